"""Circles in a directed graph: Tarjan's algorithm without recursion, so that a chain of 10,000 acts is no problem."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def components(graph: Mapping[Node, Sequence[Node]]) -> list[tuple[Node, ...]]:
    """Strongly connected components, each after those it points to (so: what others depend on comes first)."""
    number: dict[Node, int] = {}
    low: dict[Node, int] = {}
    on_stack: set[Node] = set()
    stack: list[Node] = []
    found: list[tuple[Node, ...]] = []
    for root in graph:
        if root in number:
            continue
        work: list[tuple[Node, int]] = [(root, 0)]
        while work:
            node, position = work.pop()
            if node not in number:
                number[node] = low[node] = len(number)
                stack.append(node)
                on_stack.add(node)
            targets = graph.get(node, ())
            while position < len(targets) and targets[position] in number:
                if targets[position] in on_stack:
                    low[node] = min(low[node], low[targets[position]])
                position += 1
            if position < len(targets):
                work.append((node, position))
                work.append((targets[position], 0))
                continue
            if low[node] == number[node]:
                found.append(tuple(_pop_until(node, stack, on_stack)))
            if work:
                parent = work[-1][0]
                low[parent] = min(low[parent], low[node])
    return found


def _pop_until(node: Node, stack: list[Node], on_stack: set[Node]) -> list[Node]:
    members: list[Node] = []
    while True:
        member = stack.pop()
        on_stack.discard(member)
        members.append(member)
        if member == node:
            return members


def circular(graph: Mapping[Node, Sequence[Node]]) -> list[tuple[Node, ...]]:
    """The components that are circles: more than one node, or a node that points to itself."""
    return [
        component
        for component in components(graph)
        if len(component) > 1 or component[0] in graph.get(component[0], ())
    ]
