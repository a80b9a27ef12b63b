"""Item models: pools of facts, and the items drawn from them."""
