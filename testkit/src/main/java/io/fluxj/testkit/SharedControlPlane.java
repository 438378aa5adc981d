package io.fluxj.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The control plane of a whole build. The first test JVM that needs one starts it and notes where, below the folder that the system
 * property {@code fluxj.control-plane} names; the other JVMs of the same build read that; it ends when the build does.
 *
 * @param build the process that started the test JVMs
 * @param folder the notes of that build
 */
record SharedControlPlane(ProcessHandle build, Path folder) {
    private static final String PROPERTY = "fluxj.control-plane";

    /** Waits for the end of process $1, then ends the processes $4... and removes the folders $2 and $3. */
    private static final String KEEPER = """
            build=$1 servers=$2 notes=$3
            shift 3
            while kill -0 "$build" 2>/dev/null; do sleep 1; done
            kill "$@" 2>/dev/null
            sleep 2
            kill -9 "$@" 2>/dev/null
            rm -rf "$servers" "$notes"
            """;

    /** The one of the build that runs this JVM, started or not; none when the JVM was started by hand. */
    static Optional<SharedControlPlane> ofThisBuild() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .flatMap(root -> starter().map(process -> of(process, Path.of(root))));
    }

    private static SharedControlPlane of(ProcessHandle build, Path root) {
        long started = build.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
        return new SharedControlPlane(build, root.resolve(build.pid() + "-" + started));
    }

    /** The next Java process above this one. */
    private static Optional<ProcessHandle> starter() {
        return Stream.iterate(
                        ProcessHandle.current().parent(), Optional::isPresent, p -> p.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .filter(process -> process.info().command().orElse("").endsWith("/java"))
                .findFirst();
    }

    /**
     * An administrator's kubeconfig; starts the control plane if no other JVM did.
     *
     * @param programs the folder of the programs to start
     */
    Path kubeconfig(Path programs) {
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                Path started = folder.resolve("started");
                if (!Files.exists(started)) {
                    Files.writeString(started, start(programs).toString());
                }
                return Path.of(Files.readString(started));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot share a control plane in " + folder, failed);
        }
    }

    private Path start(Path programs) throws IOException {
        ControlPlane controlPlane = ControlPlane.start(programs);
        keep(controlPlane.folder(), controlPlane.outlive());
        return controlPlane.kubeconfig();
    }

    /** Lets processes end, and their folder go, with the build. */
    void keep(Path servers, List<ProcessHandle> processes) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "sh", "-c", KEEPER, "keeper", String.valueOf(build.pid()), servers.toString(), folder.toString()));
        processes.forEach(process -> command.add(String.valueOf(process.pid())));
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
