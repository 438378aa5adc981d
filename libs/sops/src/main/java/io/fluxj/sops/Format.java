package io.fluxj.sops;

import io.fluxj.sops.format.BinaryFormat;
import io.fluxj.sops.format.DotenvFormat;
import io.fluxj.sops.format.FileFormat;
import io.fluxj.sops.format.IniFormat;
import io.fluxj.sops.format.JsonFormat;
import io.fluxj.sops.format.YamlFormat;

/** The formats of files that sops knows. */
public enum Format {
    YAML("YAML"),
    JSON("JSON"),
    DOTENV("dotenv"),
    INI("INI"),
    /** Any bytes, encrypted as one value in an envelope of JSON. */
    BINARY("binary");

    private final String title;

    Format(String title) {
        this.title = title;
    }

    /** As messages spell it. */
    public String title() {
        return title;
    }

    FileFormat files() {
        return switch (this) {
            case YAML -> new YamlFormat();
            case JSON -> new JsonFormat();
            case DOTENV -> new DotenvFormat();
            case INI -> new IniFormat();
            case BINARY -> new BinaryFormat();
        };
    }

    /** The format of a file by the end of its name, as sops and Flux choose it: binary when nothing else fits. */
    public static Format ofName(String name) {
        String end = name.substring(name.lastIndexOf('.') + 1);
        return switch (name.indexOf('.') < 0 ? "" : end) {
            case "yaml", "yml" -> YAML;
            case "json", "dockerconfigjson" -> JSON;
            case "env" -> DOTENV;
            case "ini" -> INI;
            default -> BINARY;
        };
    }
}
