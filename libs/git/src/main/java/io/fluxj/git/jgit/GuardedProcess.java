package io.fluxj.git.jgit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Git's command on the server. What it answers goes through a {@link PacketStream}; what it writes on its error channel is read here, so that
 * it is bounded and whole when it is asked for. A server may tell the exit status after the end of its output, or never.
 */
final class GuardedProcess extends Process {
    /** How long a server that has ended its output is given to say why. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final int WITHOUT_STATUS = -1;

    private final Process process;
    private final Guard guard;
    private final PacketStream answer;
    private volatile String errors = "";
    private final Thread reader;

    GuardedProcess(Process process, Guard guard) {
        this.process = process;
        this.guard = guard;
        this.answer = new PacketStream(process.getInputStream(), guard, 1);
        this.reader = Thread.ofVirtual().name("git-errors").start(this::readErrors);
    }

    private void readErrors() {
        try (InputStream in = process.getErrorStream()) {
            byte[] start = in.readNBytes(ServerText.LONGEST * 2);
            errors = new String(start, StandardCharsets.UTF_8);
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException closed) {
            // what was read so far is all there is
        }
    }

    /** The first line of the error channel that is not empty; empty when there is none. */
    String said() {
        try {
            boolean ended = reader.join(GRACE);
            return ended ? firstLine() : "";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private String firstLine() {
        return errors.lines()
                .map(ServerText::of)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    @Override
    public OutputStream getOutputStream() {
        return process.getOutputStream();
    }

    @Override
    public InputStream getInputStream() {
        return answer;
    }

    @Override
    public InputStream getErrorStream() {
        return InputStream.nullInputStream();
    }

    @Override
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
        return process.waitFor(timeout, unit);
    }

    /** JGit asks right after the end of the output. */
    @Override
    public int exitValue() {
        awaitEnd();
        try {
            return process.exitValue();
        } catch (IllegalThreadStateException notTold) {
            return WITHOUT_STATUS;
        }
    }

    @Override
    public void destroy() {
        if (answer.hasEnded()) {
            awaitEnd();
        }
        process.destroy();
    }

    private void awaitEnd() {
        try {
            if (!guard.deadline().isOver()) {
                process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
