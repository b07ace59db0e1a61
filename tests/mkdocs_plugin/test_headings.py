"""Headings are named by their words, whatever stands in them."""

from geltung.mkdocs_plugin.headings import named

LINK = '<a class="headerlink" href="#a" title="Link auf diesen Abschnitt">&para;</a>'


def test_the_sign_is_no_part_of_the_name():
    found = named(f'<p>x</p><h2 id="a">Eins <code>zwei</code>{LINK}</h2>\n<h3 id="b">Drei{LINK}</h3>')
    assert (
        '<h2 id="a" aria-labelledby="a--name"><span id="a--name">Eins <code>zwei</code></span><a class="headerlink" '
        in found
    )
    assert '<h3 id="b" aria-labelledby="b--name"><span id="b--name">Drei</span>' in found
    assert found.count('aria-label="Link auf diesen Abschnitt"') == 2


def test_a_heading_without_a_link_stays():
    for html in ('<h2 id="a">Eins</h2>', "<h2>Eins</h2>", f'<h2 id="a">Eins</h2><p>{LINK}</p><h3 id="b">x</h3>'):
        assert named(html) == html
    assert named(f'<h2 id="a">Eins</h2><h2 id="b">Zwei{LINK}</h2>').startswith('<h2 id="a">Eins</h2><h2 id="b" aria-')
