"""Every name of a TOML text has its line."""

from __future__ import annotations

from workbench.config.toml_lines import lines_of_names


def test_lines_are_found_after_values_of_many_lines_and_at_once() -> None:
    strings = 'a = """\n]\\"""\n""""\nb = \'\'\'\n[x\n\'\'\'\nc = [ # ]\n  "]", \'[\',\n' + "']',\n" * 10_000 + "]\n"
    assert lines_of_names(strings + "[t.u]\nd = { e = 1 }") == {
        "a": 1, "b": 4, "c": 7, "t": 10_010, "t.u": 10_010, "t.u.d": 10_011, "t.u.d.e": 10_011,
    }  # fmt: skip
