"""What is shown: Rich renderables, and renderers of diagnostics. No rule of the exam lives here."""
