"""Networks: views of one report or many, and the formats that other programs read."""
