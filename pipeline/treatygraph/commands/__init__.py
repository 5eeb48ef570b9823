"""The commands of the command line, by what they do; a module has those that are asked for together."""
