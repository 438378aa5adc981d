package io.fluxj.watcher.copy;

import io.fluxj.api.meta.Choice;
import io.fluxj.api.sourceextensions.v1beta1.CopyOperation;
import io.fluxj.api.sourceextensions.v1beta1.CopyStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Copies parts of sources into the tree of an artifact, one operation after the other, as {@code cp -r} would. Source: behaviour §7.
 */
public final class Copying {
    private final Map<String, Path> sources;
    private final Staging staging;

    /**
     * Copies into an empty folder.
     *
     * @param sources the folders of the sources, by alias
     * @param staging existing folder that nobody else writes to
     * @param budget of what is written there
     */
    public Copying(Map<String, Path> sources, Path staging, StagingBudget budget) {
        this.sources = Map.copyOf(sources);
        this.staging = new Staging(staging, budget);
    }

    /**
     * Takes the operations in order.
     *
     * @throws CopyException naming the operation that cannot be taken
     */
    public void apply(List<CopyOperation> operations) throws IOException {
        for (CopyOperation operation : operations) {
            Interruption.check();
            try {
                apply(operation);
            } catch (CopyException failed) {
                throw new CopyException(
                        "failed to apply copy operations: failed to apply copy operation from '%s' to '%s': %s"
                                .formatted(operation.from(), operation.to(), failed.getMessage()),
                        failed);
            }
        }
    }

    private void apply(CopyOperation operation) throws IOException {
        AliasPath from = AliasPath.parse(operation.from());
        PathGlob.requireFewAlternatives(from.path());
        Target target = Target.parse(operation.to());
        Path root = Optional.ofNullable(sources.get(from.alias()))
                .orElseThrow(() -> new CopyException("source alias '" + from.alias() + "' not found"));
        Selection selection = new Selection(from.path());
        Operation work = new Operation(
                new SourceTree(root), selection, target, Excludes.of(operation.exclude()), strategy(operation));
        Outcome outcome = selection.isPattern() ? copyMatches(work) : copyOne(work);
        if (!Boolean.TRUE.equals(operation.optional())) {
            outcome.requireSomething(from);
        }
    }

    private static CopyStrategy strategy(CopyOperation operation) throws CopyException {
        Choice<CopyStrategy> strategy = operation.strategy();
        if (strategy == null || strategy.text().isEmpty()) {
            return CopyStrategy.OVERWRITE;
        }
        return strategy.known().orElseThrow(() -> new CopyException("strategy '" + strategy.text() + "' is not known"));
    }

    /** An operation that was understood. */
    private record Operation(
            SourceTree source, Selection selection, Target target, Excludes excludes, CopyStrategy strategy) {
        boolean extracts() {
            return strategy == CopyStrategy.EXTRACT;
        }
    }

    /** What an operation found. */
    private enum Outcome {
        COPIED(""),
        NO_SOURCE("source '%1$s' does not exist"),
        NO_MATCH("no files match pattern '%1$s' in source '%2$s'"),
        ALL_EXCLUDED("all files matching pattern '%1$s' in source '%2$s' were excluded");

        private final String complaint;

        Outcome(String complaint) {
            this.complaint = complaint;
        }

        void requireSomething(AliasPath from) throws CopyException {
            if (this != COPIED) {
                throw new CopyException(complaint.formatted(from.path(), from.alias()));
            }
        }
    }

    /** Where to, and whether that is said to be a folder. */
    private record Target(String path, boolean folder) {
        static Target parse(String to) throws CopyException {
            AliasPath target = AliasPath.parse(to);
            if (!target.alias().equals(AliasPath.ARTIFACT)) {
                throw new CopyException(
                        "invalid copy destination '" + to + "': destination must start with '@artifact/'");
            }
            if (List.of(target.path().split("/", -1)).contains("..")) {
                throw new CopyException(
                        "invalid copy destination '" + to + "': destination path must not contain '..'");
            }
            return new Target(RelativePath.clean(target.path()), to.endsWith("/"));
        }
    }

    private Outcome copyMatches(Operation work) throws IOException {
        SourceTree source = work.source();
        List<String> matches = work.extracts()
                ? work.selection().matchesAtAnyDepth(source)
                : work.selection().matches(source);
        String base = work.selection().base();
        Outcome outcome = matches.isEmpty() ? Outcome.NO_MATCH : Outcome.ALL_EXCLUDED;
        for (String match : matches) {
            if (work.excludes().match(match, base)) {
                continue;
            }
            outcome = Outcome.COPIED;
            if (!work.extracts()) {
                copy(work, match, work.selection().target(match, work.target().path()), base);
            } else if (isArchive(match) && source.at(match) == SourceTree.Found.FILE) {
                extract(work, match);
            }
        }
        return outcome;
    }

    private Outcome copyOne(Operation work) throws IOException {
        String path = RelativePath.clean(work.selection().pattern());
        return switch (work.source().at(path)) {
            case NOTHING -> Outcome.NO_SOURCE;
            case FILE -> {
                if (!work.excludes().match(path, "")) {
                    copyFile(work, path);
                }
                yield Outcome.COPIED;
            }
            case FOLDER -> {
                if (work.extracts()) {
                    throw new CopyException("extract strategy is not supported for directories, got '" + path + "'");
                }
                copy(work, path, RelativePath.join(work.target().path(), RelativePath.name(path)), path);
                yield Outcome.COPIED;
            }
        };
    }

    private void copyFile(Operation work, String path) throws IOException {
        if (!work.extracts()) {
            String target = work.target().path();
            boolean into = work.target().folder() || target.isEmpty() || staging.isFolder(target);
            put(work, path, into ? RelativePath.join(target, RelativePath.name(path)) : target);
            return;
        }
        if (!isArchive(path)) {
            throw new CopyException("extract strategy requires tarball file (.tar.gz or .tgz), got '" + path + "'");
        }
        extract(work, path);
    }

    private static boolean isArchive(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return name.endsWith(".tar.gz") || name.endsWith(".tgz");
    }

    private void extract(Operation work, String path) throws IOException {
        try {
            staging.extract(work.source().file(path), work.target().path());
        } catch (CopyException refused) {
            throw new CopyException("failed to extract tarball '" + path + "': " + refused.getMessage(), refused);
        }
    }

    /** A file, or a folder with all that is in it and not excluded. */
    private void copy(Operation work, String path, String target, String base) throws IOException {
        if (work.source().at(path) == SourceTree.Found.FILE) {
            put(work, path, target);
            return;
        }
        staging.makeFolder(target);
        for (String name : work.source().names(path)) {
            String child = RelativePath.join(path, name);
            if (!work.excludes().match(child, base)) {
                copy(work, child, RelativePath.join(target, name), base);
            }
        }
    }

    private void put(Operation work, String path, String target) throws IOException {
        Path file = work.source().file(path);
        if (work.strategy() == CopyStrategy.MERGE && staging.exists(target)) {
            merge(file, path, target);
        } else {
            staging.copy(file, target);
        }
    }

    private void merge(Path file, String path, String target) throws IOException {
        if (staging.isFolder(target)) {
            throw new CopyException("'" + path + "' cannot be merged into the folder '" + target + "'");
        }
        try {
            staging.write(MergedYaml.of(staging.root().resolve(target), file), target);
        } catch (CopyException refused) {
            throw new CopyException(
                    "failed to merge '" + path + "' into '" + target + "': " + refused.getMessage(), refused);
        }
    }
}
