"""Tarjan's algorithm against the definition: nodes that reach each other belong together."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from geltung.validity.circles import circular, components

nodes = st.integers(0, 7)
graphs = st.dictionaries(nodes, st.lists(nodes, max_size=4), max_size=8)


def reachable(graph: dict[int, list[int]], start: int) -> set[int]:
    """All nodes on paths from a node, at least one step away."""
    found: set[int] = set()
    waiting = list(graph.get(start, []))
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting.extend(graph.get(node, []))
    return found


def everyone(graph: dict[int, list[int]]) -> set[int]:
    return {*graph, *(target for targets in graph.values() for target in targets)}


@settings(max_examples=400, deadline=None, derandomize=True)
@given(graph=graphs)
def test_components_are_the_nodes_that_reach_each_other(graph: dict[int, list[int]]) -> None:
    reach = {node: reachable(graph, node) | {node} for node in everyone(graph)}
    expected = {frozenset(other for other in reach if other in reach[node] and node in reach[other]) for node in reach}
    found = components(graph)
    assert {frozenset(component) for component in found} == expected
    assert sum(map(len, found)) == len(reach), "every node once"


@settings(max_examples=400, deadline=None, derandomize=True)
@given(graph=graphs)
def test_what_others_depend_on_comes_first(graph: dict[int, list[int]]) -> None:
    position = {node: index for index, component in enumerate(components(graph)) for node in component}
    for node, targets in graph.items():
        for target in targets:
            assert position[target] <= position[node]


@settings(max_examples=400, deadline=None, derandomize=True)
@given(graph=graphs)
def test_circles_are_the_nodes_that_reach_themselves(graph: dict[int, list[int]]) -> None:
    expected = {node for node in everyone(graph) if node in reachable(graph, node)}
    found = circular(graph)
    assert {node for circle in found for node in circle} == expected
    assert sum(map(len, found)) == len(expected)


def test_examples() -> None:
    assert circular({"A": ["B"], "B": ["C"]}) == []
    assert [set(circle) for circle in circular({"A": ["B"], "B": ["C", "A"], "C": []})] == [{"A", "B"}]
    assert circular({"A": ["A"]}) == [("A",)]
    assert components({}) == []
    assert components({"A": ["B"]}) == [("B",), ("A",)]


def test_long_chain_and_long_ring() -> None:
    """No recursion, and time that grows with the length and not with its square."""
    length = 20_000
    chain = {number: [number + 1] for number in range(length)}
    started = time.process_time()
    assert len(components(chain)) == length + 1
    assert [len(circle) for circle in circular({**chain, length: [0]})] == [length + 1]
    assert time.process_time() - started < 5
