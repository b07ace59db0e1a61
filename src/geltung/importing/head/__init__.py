"""The fields above the text: labels and their values, scope, Bezug, abstract."""
