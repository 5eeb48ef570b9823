"""A service over the store of an output folder: SPARQL, named questions as addresses, what the graph says of an IRI.

It only reads. Every question is asked in a worker process that is ended when it takes too long, and that has no network
where the system lets it give its own up (Linux). What needs Starlette and uvicorn (`treatygraph[serve]`) is imported
when the service starts.
"""
