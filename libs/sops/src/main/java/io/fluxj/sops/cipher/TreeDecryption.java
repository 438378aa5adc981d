package io.fluxj.sops.cipher;

import io.fluxj.sops.metadata.EncryptionRule;
import io.fluxj.sops.metadata.Metadata;
import io.fluxj.sops.tree.Entry;
import io.fluxj.sops.tree.Place;
import io.fluxj.sops.tree.Value;
import java.util.ArrayList;
import java.util.List;

/** Walks over the documents of a file and decrypts what the rule says; on the way the code over the values is computed. */
public final class TreeDecryption {
    private final ValueCipher cipher;
    private final EncryptionRule rule;
    private final boolean digestsOnlyEncrypted;
    private final Digest digest;
    private final List<String> path = new ArrayList<>();
    private final List<List<String>> comments = new ArrayList<>();

    /** For one file. */
    public TreeDecryption(ValueCipher cipher, Metadata metadata) {
        this.cipher = cipher;
        this.rule = metadata.rule();
        this.digestsOnlyEncrypted = metadata.macOnlyEncrypted();
        this.digest = new Digest(digestsOnlyEncrypted);
    }

    /**
     * Decrypts all documents of the file.
     *
     * @throws CipherException if a value cannot be decrypted, or the file holds what sops has no type for
     */
    public List<Value.Branch> decrypt(List<Value.Branch> documents) {
        List<Value.Branch> plain = new ArrayList<>();
        for (Value.Branch document : documents) {
            plain.add(branch(document));
        }
        return plain;
    }

    /** The code over what was decrypted; asked for once. */
    public String mac() {
        return digest.text();
    }

    private Value.Branch branch(Value.Branch branch) {
        comments.add(new ArrayList<>());
        List<Entry> plain = new ArrayList<>(branch.entries().size());
        for (Entry entry : branch.entries()) {
            plain.add(entry(entry));
        }
        comments.removeLast();
        return new Value.Branch(plain);
    }

    private Entry entry(Entry entry) {
        return switch (entry) {
            case Entry.Remark remark -> remark(remark.comment());
            case Entry.Odd odd -> throw oddKey(odd.key());
            case Entry.Field field -> field(field);
        };
    }

    private static CipherException oddKey(Value key) {
        String shown = key instanceof Value.Whole whole ? "int=" + whole.value() : key.type();
        return new CipherException("Tree contains a non-string key (type " + key.type() + "): %!s(" + shown
                + "). Only string keys are supported");
    }

    private Entry remark(Value.Comment comment) {
        comments.getLast().add(comment.text());
        Value plain = leaf(comment);
        return switch (plain) {
            case Value.Comment decrypted -> new Entry.Remark(decrypted);
            case Value.Text text -> new Entry.Remark(new Value.Comment(text.string(), comment.beside()));
            case Value.Whole whole -> throw noComment(plain);
            case Value.Real real -> throw noComment(plain);
            case Value.Truth truth -> throw noComment(plain);
            case Value.Time time -> throw noComment(plain);
            case Value.Nothing nothing -> throw noComment(plain);
            case Value.Branch branch -> throw noComment(plain);
            case Value.Items items -> throw noComment(plain);
            case Value.Foreign foreign -> throw noComment(plain);
        };
    }

    private static CipherException noComment(Value value) {
        return new CipherException("walkValue of Comment should be either Comment or string, was " + value.type());
    }

    private Entry field(Entry.Field field) {
        path.add(field.key());
        Value plain = value(field.value());
        path.removeLast();
        comments.getLast().clear();
        return new Entry.Field(field.key(), plain);
    }

    private Value.Items items(Value.Items items) {
        comments.add(new ArrayList<>());
        List<Value> plain = new ArrayList<>(items.values().size());
        for (Value item : items.values()) {
            if (item instanceof Value.Comment comment) {
                comments.getLast().add(comment.text());
                plain.add(leaf(item));
            } else {
                plain.add(value(item));
                comments.getLast().clear();
            }
        }
        comments.removeLast();
        return new Value.Items(plain);
    }

    private Value value(Value value) {
        return switch (value) {
            case Value.Branch branch -> branch(branch);
            case Value.Items items -> items(items);
            case Value.Nothing nothing -> nothing;
            case Value.Foreign foreign ->
                throw new CipherException("Cannot walk value, unknown type: " + foreign.type());
            case Value.Text text -> leaf(text);
            case Value.Whole whole -> leaf(whole);
            case Value.Real real -> leaf(real);
            case Value.Truth truth -> leaf(truth);
            case Value.Time time -> leaf(time);
            case Value.Comment comment -> leaf(comment);
        };
    }

    private Value leaf(Value value) {
        Place place = new Place(path, comments, value instanceof Value.Comment);
        boolean encrypted = rule.encrypts(place);
        Value plain = encrypted ? decrypt(value, place) : value;
        if (encrypted || !digestsOnlyEncrypted) {
            digest.add(plain);
        }
        return plain;
    }

    private Value decrypt(Value value, Place place) {
        if (value instanceof Value.Comment comment) {
            return decryptComment(comment, place);
        }
        if (!(value instanceof Value.Text text)) {
            throw new CipherException("Expected encrypted value as string, but got " + value.type());
        }
        try {
            return cipher.decrypt(text.string(), place.text());
        } catch (CipherException e) {
            throw new CipherException("Could not decrypt value: " + e.getMessage());
        }
    }

    /** Old files have comments that are not encrypted. */
    private Value decryptComment(Value.Comment comment, Place place) {
        try {
            return cipher.decrypt(comment.text(), place.text());
        } catch (CipherException notEncrypted) {
            return comment;
        }
    }
}
