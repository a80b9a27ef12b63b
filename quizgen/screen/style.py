"""How pages are laid out, in Textual's style sheets. Colours are in `look`."""

STYLE = """
Page { layout: vertical; overflow: hidden; }
Head { height: 1; padding: 0 1; background: $panel; }
Head Line { width: 1fr; height: 1; }
Clock { width: 6; height: 1; }
Line { height: 1; }
#sections, #info { margin: 0 1; }
#keys { padding: 0 1; background: $panel; }
Bar { height: 1; margin: 0 1; display: none; }
#hall { height: 1fr; }
Canvas { width: 1fr; height: 1fr; }
Canvas, Grid {
    overflow-x: hidden;
    overflow-y: auto;
    scrollbar-size-vertical: 1;
    scrollbar-gutter: stable;
    scrollbar-background: $background;
    scrollbar-background-hover: $background;
    scrollbar-background-active: $background;
    scrollbar-color: $primary;
    scrollbar-color-hover: $primary;
    scrollbar-color-active: $primary;
}
#side { width: 29; padding: 0 0 0 1; }
Page.-wide #side { width: 56; }
Grid { width: 1fr; height: 1fr; }
#side Grid { height: auto; }
Legend { height: 5; margin: 1 1 0 1; }
Notice { height: auto; max-height: 4; margin: 0 1; }
Small { display: none; height: 1fr; padding: 1 2; }
Page.-small > * { display: none; }
Page.-small > Small { display: block; }
"""
