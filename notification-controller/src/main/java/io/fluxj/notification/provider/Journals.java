package io.fluxj.notification.provider;

import io.fluxj.audit.Journal;
import io.fluxj.audit.JournalFile;
import io.fluxj.audit.JournalStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The journals of Providers of type audit: in a folder for each namespace, or on a stream. What a Provider may name is a file there and nothing else.
 */
public final class Journals {
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Set<String> STREAM = Set.of("", "-", "stdout");
    private static final int MOST = 1000;

    private final Optional<Path> folder;
    private final long most;
    private final OutputStream stream;
    private final Map<String, Journal> open = new HashMap<>();

    /**
     * Journals.
     *
     * @param folder of files; empty where there are none
     * @param most bytes of a file
     * @param stream for Providers that name no file
     */
    public Journals(Optional<Path> folder, long most, OutputStream stream) {
        this.folder = folder;
        this.most = most;
        this.stream = stream;
    }

    /**
     * The journal of a Provider.
     *
     * @throws DeliveryFailure when it may have none of that name
     */
    synchronized Journal of(Settings settings) throws DeliveryFailure {
        ObjectName provider = settings.provider();
        boolean streamed = STREAM.contains(settings.address());
        String key = streamed
                ? provider.namespace() + "/" + provider.name()
                : file(provider.namespace(), settings.address()).toString();
        Journal known = open.get(key);
        if (known != null) {
            return known;
        }
        if (open.size() == MOST) {
            throw new DeliveryFailure("this controller writes " + MOST + " journals already, and no more");
        }
        Journal made = streamed ? new JournalStream(stream) : new JournalFile(Path.of(key), most);
        open.put(key, made);
        return made;
    }

    private Path file(String namespace, String name) throws DeliveryFailure {
        Path all = folder.orElseThrow(
                () -> new DeliveryFailure(
                        "this controller keeps no journals in files: start it with --audit-folder, or leave out the address for its standard output"));
        if (!FILE.matcher(name).matches() || !NAMESPACE.matcher(namespace).matches()) {
            throw new DeliveryFailure(
                    "the address of a Provider of type audit is the name of a file, such as changes.jsonl");
        }
        try {
            return Files.createDirectories(all.resolve(namespace)).resolve(name);
        } catch (IOException unwritable) {
            throw new DeliveryFailure("the folder of journals cannot be written: " + unwritable.getMessage());
        }
    }
}
