package io.fluxj.watcher.pattern;

import io.fluxj.api.sourceextensions.v1beta1.ArtifactGenerator;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGeneratorSpec;
import io.fluxj.api.sourceextensions.v1beta1.CopyOperation;
import io.fluxj.api.sourceextensions.v1beta1.OutputArtifact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The artifacts that a spec asks for: as they are listed, or, with a pattern of paths, once for each folder that matches. Source: behaviour §7. */
public final class WantedArtifacts {
    /** What one object can list in its status. */
    private static final int MOST = 5000;

    private static final Comparator<Path> BY_BYTES = Comparator.comparing(
            path -> path.getFileName().toString().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final String given;
    private final String namespace;
    private final ArtifactGeneratorSpec spec;
    private final Map<String, WantedArtifact> wanted = new LinkedHashMap<>();
    private final Map<String, String> folders = new LinkedHashMap<>();

    private WantedArtifacts(ArtifactGenerator object, String given) {
        this.given = given;
        this.spec = object.getSpec();
        this.namespace = object.getMetadata().getNamespace();
    }

    /**
     * Those of an object.
     *
     * @param sources folders of its sources, by alias
     * @throws PatternException when its pattern, or what comes of it, cannot be used
     * @throws IOException when a folder cannot be read
     */
    public static List<WantedArtifact> of(ArtifactGenerator object, Map<String, Path> sources)
            throws PatternException, IOException {
        String pattern = Optional.ofNullable(object.getSpec().pathPattern()).orElse("");
        WantedArtifacts all = new WantedArtifacts(object, pattern);
        return pattern.isEmpty() ? all.listed() : all.perFolder(sources);
    }

    private List<WantedArtifact> listed() {
        return spec.artifacts().stream()
                .map(artifact -> new WantedArtifact(namespace(artifact), artifact, Map.of()))
                .toList();
    }

    private String namespace(OutputArtifact artifact) {
        String own = artifact.namespace();
        return own == null || own.isEmpty() ? namespace : own;
    }

    private List<WantedArtifact> perFolder(Map<String, Path> sources) throws PatternException, IOException {
        try {
            int slash = given.indexOf('/');
            if (!given.startsWith("@") || slash < 0) {
                throw new PatternException("it must have the form @alias/path");
            }
            String alias = given.substring(1, slash);
            Path root = sources.get(alias);
            if (root == null) {
                throw new PatternException("source alias " + alias + " not found in local sources");
            }
            walk(PathPattern.parse(given.substring(slash + 1)), root, "", 1);
            return List.copyOf(wanted.values());
        } catch (PatternException refused) {
            throw new PatternException("pathPattern \"" + given + "\": " + refused.getMessage());
        }
    }

    private void walk(PathPattern pattern, Path folder, String path, int depth) throws PatternException, IOException {
        for (Path child : folders(folder)) {
            String name = (path.isEmpty() ? "" : path + "/") + child.getFileName();
            Optional<Map<String, String>> captures = pattern.captures(name);
            if (captures.isPresent()) {
                render(name, captures.get());
            }
            if (depth < pattern.depth()) {
                walk(pattern, child, name, depth + 1);
            }
        }
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted(BY_BYTES)
                    .toList();
        }
    }

    private void render(String folder, Map<String, String> captures) throws PatternException {
        Map<String, String> lower = new LinkedHashMap<>();
        for (Map.Entry<String, String> capture : captures.entrySet()) {
            String value = capture.getValue().toLowerCase(Locale.ROOT);
            if (!KubernetesNames.isLabelValue(value)) {
                throw new PatternException(
                        "captured value \"%s\" for variable \"%s\" is not a valid Kubernetes label value"
                                .formatted(value, capture.getKey()));
            }
            lower.put(capture.getKey(), value);
        }
        for (OutputArtifact artifact : spec.artifacts()) {
            add(folder, rendered(folder, artifact, lower, captures), lower);
        }
    }

    private void add(String folder, OutputArtifact artifact, Map<String, String> labels) throws PatternException {
        WantedArtifact made = new WantedArtifact(namespace(artifact), artifact, labels);
        if (!KubernetesNames.isObjectName(made.name())) {
            throw new PatternException(
                    "rendered artifact name \"" + made.name() + "\" is not a valid Kubernetes object name");
        }
        if (!KubernetesNames.isNamespace(made.namespace())) {
            throw new PatternException(
                    "rendered artifact namespace \"" + made.namespace() + "\" is not a valid Kubernetes namespace");
        }
        String before = folders.putIfAbsent(made.place(), folder);
        if (before != null) {
            throw new PatternException("directories \"%s\" and \"%s\" both resolve to artifact name \"%s\""
                    .formatted(before, folder, made.name()));
        }
        wanted.put(made.place(), made);
        if (wanted.size() > MOST) {
            throw new PatternException("it asks for more than " + MOST + " artifacts: make it match fewer folders");
        }
    }

    /** What becomes part of names is in lower case; paths are as they are. */
    private static OutputArtifact rendered(
            String folder, OutputArtifact artifact, Map<String, String> lower, Map<String, String> captures)
            throws PatternException {
        try {
            List<CopyOperation> copies = new ArrayList<>();
            for (CopyOperation copy : artifact.copy()) {
                copies.add(copy.withFrom(Placeholders.filled(copy.from(), captures))
                        .withTo(Placeholders.filled(copy.to(), captures)));
            }
            OutputArtifact rendered = artifact.withName(Placeholders.filled(artifact.name(), lower))
                    .withCopy(copies);
            if (artifact.namespace() != null) {
                rendered = rendered.withNamespace(Placeholders.filled(artifact.namespace(), lower));
            }
            return artifact.inputsFrom() == null
                    ? rendered
                    : rendered.withInputsFrom(Placeholders.filled(artifact.inputsFrom(), captures));
        } catch (PatternException malformed) {
            throw new PatternException("failed to render artifact %s for match %s: %s"
                    .formatted(artifact.name(), folder, malformed.getMessage()));
        }
    }
}
