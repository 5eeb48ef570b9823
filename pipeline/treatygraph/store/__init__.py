"""A store that stays beside the reports of a folder: their graphs, loaded once, so that no question parses them.

The files are the truth, the store is made from them. `DIR/.store/state.json` names the generation that is whole and the
checksums of the files that it holds; a new generation is written beside it, and the state last, in one step. So a run
that is killed leaves the generation before, and what it had begun is removed by the next.

The default graph of a generation holds every triple of all reports once, as a question about a corpus sees them. Each
report has its whole graph under its own name (`g:CED-C-KAZ-1`), what the depositary records stands in `g:untc`, and the
vocabulary with its codes, the treaties and the States in `g:vocabulary`.
"""
