package io.fluxj.sops.metadata;

import io.fluxj.sops.tree.Entry;
import io.fluxj.sops.tree.Value;
import io.fluxj.sops.tree.Value.Branch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts a file into what the user wrote and the block of sops: that of the first document counts, all documents lose theirs. */
public final class Extraction {
    private static final String KEY = "sops";
    private static final String PREFIX = "sops_";

    private final List<Branch> documents = new ArrayList<>();
    private @Nullable Branch block;

    private Extraction() {}

    /**
     * Parts a file.
     *
     * @throws MetadataException if there is no block, or several
     */
    public static Extraction of(List<Branch> documents, Placement placement) {
        Extraction extraction = new Extraction();
        for (Branch document : documents) {
            boolean first = extraction.documents.isEmpty();
            extraction.documents.add(
                    placement == Placement.PREFIXED
                            ? (first ? extraction.withoutPrefixed(document) : document)
                            : extraction.withoutKey(document, first));
        }
        boolean emptySection = placement == Placement.SECTION
                && extraction.block != null
                && extraction.block.entries().isEmpty();
        if (extraction.block == null || emptySection) {
            throw new MetadataException("sops metadata not found");
        }
        if (placement == Placement.SECTION) {
            extraction.block = withLineBreaks(extraction.block);
        }
        if (placement != Placement.NESTED) {
            extraction.block = Unflattened.of(extraction.block);
        }
        return extraction;
    }

    /** The documents without the block. */
    public List<Branch> documents() {
        return List.copyOf(documents);
    }

    /** The block, as a tree whatever the format. */
    public Branch block() {
        if (block == null) {
            throw new IllegalStateException("no block");
        }
        return block;
    }

    private Branch withoutKey(Branch document, boolean first) {
        List<Entry> rest = new ArrayList<>();
        for (Entry entry : document.entries()) {
            if (!(entry instanceof Entry.Field field) || !field.key().equals(KEY)) {
                rest.add(entry);
            } else if (first) {
                take(field.value());
            }
        }
        return new Branch(rest);
    }

    private void take(Value value) {
        if (block != null) {
            throw new MetadataException("Found duplicate sops entry");
        }
        if (!(value instanceof Branch branch)) {
            throw new MetadataException("Found sops entry that is not a mapping");
        }
        block = branch;
    }

    private Branch withoutPrefixed(Branch document) {
        List<Entry> rest = new ArrayList<>();
        List<Entry> own = new ArrayList<>();
        for (Entry entry : document.entries()) {
            if (entry instanceof Entry.Field field && field.key().startsWith(PREFIX)) {
                own.add(new Entry.Field(field.key().substring(PREFIX.length()), field.value()));
            } else {
                rest.add(entry);
            }
        }
        block = own.isEmpty() ? null : new Branch(own);
        return new Branch(rest);
    }

    private static Branch withLineBreaks(Branch flat) {
        return new Branch(
                flat.entries().stream().map(Extraction::withLineBreaks).toList());
    }

    private static Entry withLineBreaks(Entry entry) {
        if (entry instanceof Entry.Field field && field.value() instanceof Value.Text text) {
            String lines = text.string().replace("\\n", "\n");
            return new Entry.Field(field.key(), new Value.Text(lines.getBytes(StandardCharsets.UTF_8)));
        }
        return entry;
    }
}
