package io.fluxj.kustomize.random;

import static io.fluxj.kustomize.random.Values.list;
import static io.fluxj.kustomize.random.Values.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** ConfigMaps and Secrets to generate, with the files that they read. */
final class Generators {

    private static final List<String> LITERALS = List.of(
            "a=b",
            "k=v",
            "x=1",
            "q=\"quoted\"",
            "s='single'",
            "e=",
            "u=\u00fcn\u00ef",
            "eq=a=b",
            "sp= lead",
            "n=true",
            "num=007",
            "multi=a\nb",
            "html=<a>&\"",
            "K-x.y_z=1",
            "emoji=\ud83d\ude00",
            "un=\"un",
            "tab=a\tb");

    private final Dice dice;
    private final Folder folder;

    Generators(Dice dice, Folder folder) {
        this.dice = dice;
        this.folder = folder;
    }

    Map<String, Object> any(String name, boolean secret) {
        Map<String, Object> entry = map("name", name);
        if (dice.chance(60)) {
            entry.put("literals", new ArrayList<>(dice.some(LITERALS, 1, 3)));
        }
        if (dice.chance(35)) {
            entry.put("files", list(file()));
        }
        if (dice.chance(20)) {
            folder.write(
                    "v.env", dice.pick("A=1\nB=two\n", "# c\nA=\"q\"\n\nC = sp\n", "A=1\r\nB=2\r\n", "A=a=b\nX=\n"));
            entry.put("envs", list("v.env"));
        }
        if (dice.chance(3)) {
            entry.put("namespace", dice.pick(Names.NAMESPACES));
        }
        if (secret && dice.chance(40)) {
            entry.put("type", dice.pick("Opaque", "kubernetes.io/tls"));
        }
        if (dice.chance(30)) {
            entry.put("options", options());
        }
        return entry;
    }

    Map<String, Object> options() {
        return dice.pick(
                map("labels", map("g", "x")),
                map("annotations", map("ga", OddScalars.text(dice))),
                map("disableNameSuffixHash", true),
                map("immutable", true, "disableNameSuffixHash", false));
    }

    private String file() {
        String name = dice.pick("file.txt", "a.json", "bin.dat", "script.sh", "crlf.txt");
        switch (name) {
            case "file.txt" ->
                folder.write(
                        name,
                        dice.pick("hello\n", "no newline", " lead\n", "trail \n", "\n\nx\n", "tab\there\n", "x\n\n\n"));
            case "a.json" -> folder.write(name, "{\"a\": [1, 2], \"b\": \"<x>\"}\n");
            case "script.sh" -> folder.write(name, "#!/bin/sh\nset -e\necho \"hi\"  \n");
            case "crlf.txt" -> folder.write(name, "a\r\nb\r\n");
            default -> folder.write(name, noise());
        }
        return dice.pick("", "", "", "./", "key=") + name;
    }

    private byte[] noise() {
        byte[] bytes = new byte[1 + dice.below(200)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) dice.below(256);
        }
        return bytes;
    }
}
