package io.fluxj.kustomize;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A build failed because of its input. Says where (kustomization file and its field, input file and line, object), what is wrong, and what
 * to do about it. Whoever knows more of the place adds it with the {@code in…} methods; what is already known stays.
 *
 * <p>The message is one line, fit for a condition. It never holds values of Secrets.
 */
public final class BuildException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final @Nullable String hint;
    private final @Nullable String kustomization;
    private final @Nullable String field;
    private final @Nullable String file;
    private final int line;
    private final @Nullable String object;

    private BuildException(
            String what,
            @Nullable String hint,
            @Nullable String kustomization,
            @Nullable String field,
            @Nullable String file,
            int line,
            @Nullable String object,
            @Nullable Throwable cause) {
        super(cause);
        this.what = what;
        this.hint = hint;
        this.kustomization = kustomization;
        this.field = field;
        this.file = file;
        this.line = line;
        this.object = object;
    }

    /** A failure of which only this is known yet. */
    public static BuildException because(String what) {
        return new BuildException(what, null, null, null, null, 0, null, null);
    }

    /** What to do. */
    public BuildException hint(String advice) {
        return new BuildException(
                what, hint == null ? advice : hint, kustomization, field, file, line, object, getCause());
    }

    /** The kustomization file that asked for it. */
    public BuildException inKustomization(String path) {
        return new BuildException(
                what, hint, kustomization == null ? path : kustomization, field, file, line, object, getCause());
    }

    /** The field of that kustomization file, for example {@code patches[2]}; kept only if the kustomization is not known yet. */
    public BuildException inField(String name) {
        String known = field == null && kustomization == null ? name : field;
        return new BuildException(what, hint, kustomization, known, file, line, object, getCause());
    }

    /** The input file. */
    public BuildException inFile(String path) {
        return new BuildException(
                what, hint, kustomization, field, file == null ? path : file, line, object, getCause());
    }

    /** The line of the input file, counted from 1; 0 if it is not known. */
    public BuildException atLine(int number) {
        return new BuildException(
                what, hint, kustomization, field, file, line == 0 ? number : line, object, getCause());
    }

    /** The object, for example {@code apps/v1 Deployment default/web}. */
    public BuildException onObject(String id) {
        return new BuildException(
                what, hint, kustomization, field, file, line, object == null ? id : object, getCause());
    }

    /** What lies beneath. */
    public BuildException causedBy(Throwable cause) {
        return new BuildException(what, hint, kustomization, field, file, line, object, cause);
    }

    /** What is wrong, without place and advice. */
    public String what() {
        return what;
    }

    /** What to do about it. */
    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }

    /** Path of the kustomization file in the tree. */
    public Optional<String> kustomization() {
        return Optional.ofNullable(kustomization);
    }

    /** Field of the kustomization file. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** Path of the input file in the tree. */
    public Optional<String> file() {
        return Optional.ofNullable(file);
    }

    /** Line of the input file, counted from 1. */
    public OptionalInt line() {
        return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
    }

    /** The object concerned. */
    public Optional<String> object() {
        return Optional.ofNullable(object);
    }

    @Override
    public String getMessage() {
        StringBuilder text = new StringBuilder();
        if (kustomization != null) {
            text.append(kustomization).append(": ");
        }
        if (field != null) {
            text.append(field).append(": ");
        }
        if (file != null && !file.equals(kustomization)) {
            text.append(file);
            if (line > 0) {
                text.append(':').append(line);
            }
            text.append(": ");
        } else if (line > 0) {
            text.append("line ").append(line).append(": ");
        }
        if (object != null) {
            text.append(object).append(": ");
        }
        text.append(what);
        if (hint != null) {
            text.append(" (").append(hint).append(')');
        }
        return text.toString();
    }
}
