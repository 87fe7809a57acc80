"""The settings that the analyst makes, and the data that is shipped beside the code.

In: a TOML file, and the actions whose keys it may change. Out: a `Settings` value, and a line for each thing that is
wrong with the file. `settings` reads it, `keymap` and `key_names` check keys, `toml_lines` finds the line of a name,
`template` writes the documented file; `data_folders` says where `db/` and `seeds/` are.
"""

from workbench.config.settings import APP, Settings, load_settings, parse_settings, settings_path, state_path

__all__ = ["APP", "Settings", "load_settings", "parse_settings", "settings_path", "state_path"]
