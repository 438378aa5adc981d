package io.fluxj.runtime.storage.server;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page that links to what a folder holds. */
final class FolderPage {
    private FolderPage() {}

    static String of(Path folder) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            String links = listed.filter(path -> !path.getFileName().toString().startsWith("."))
                    .map(path -> path.getFileName() + (Files.isDirectory(path) ? "/" : ""))
                    .sorted()
                    .map(name -> "<a href=\"" + encoded(name) + "\">" + escaped(name) + "</a>\n")
                    .collect(Collectors.joining());
            return "<!doctype html>\n<meta name=\"viewport\" content=\"width=device-width\">\n<pre>\n" + links
                    + "</pre>\n";
        }
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    private static String escaped(String name) {
        return name.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;");
    }
}
