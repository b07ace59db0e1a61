"""JSON Schemas (draft 2020-12) for what editors write and for what the commands answer in JSON.

The schemas are made from the definitions that the code itself works by and are kept beside this module, so that
editors and other programs can point at them. ``python -m geltung.schemas`` writes them anew.
"""
