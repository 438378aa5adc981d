package io.fluxj.git.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;
import org.jspecify.annotations.Nullable;

/** One request for one service, answered by JGit. */
final class Conversation {
    private final HttpExchange exchange;
    private final GitService service;
    private final PushHook pushes;

    Conversation(HttpExchange exchange, GitService service, PushHook pushes) {
        this.exchange = exchange;
        this.service = service;
        this.pushes = pushes;
    }

    /** Answers {@code GET info/refs}. */
    void advertise(Repository repository) throws IOException {
        try (OutputStream out = respond("advertisement")) {
            PacketLineOut lines = new PacketLineOut(out);
            switch (service) {
                case UPLOAD_PACK ->
                    uploadPack(repository).sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines), service.command());
                case RECEIVE_PACK -> advertiseReceive(repository, lines);
            }
        }
    }

    private void advertiseReceive(Repository repository, PacketLineOut lines) throws IOException {
        lines.writeString("# service=" + service.command() + "\n");
        lines.end();
        receivePack(repository).sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
    }

    /** Answers {@code POST git-upload-pack} and {@code POST git-receive-pack}. */
    void talk(Repository repository) throws IOException {
        try (InputStream in = body();
                OutputStream out = respond("result")) {
            switch (service) {
                case UPLOAD_PACK -> uploadPack(repository).upload(in, out, null);
                case RECEIVE_PACK -> receivePack(repository).receive(in, out, null);
            }
        }
    }

    private UploadPack uploadPack(Repository repository) {
        UploadPack pack = new UploadPack(repository);
        pack.setBiDirectionalPipe(false);
        pack.setRequestPolicy(UploadPack.RequestPolicy.ANY);
        pack.setExtraParameters(requestedProtocol());
        return pack;
    }

    private Collection<String> requestedProtocol() {
        String header = exchange.getRequestHeaders().getFirst("Git-Protocol");
        return header == null ? List.of() : List.of(header.split(":"));
    }

    private ReceivePack receivePack(Repository repository) {
        ReceivePack pack = new ReceivePack(repository);
        pack.setBiDirectionalPipe(false);
        pack.setAllowPushOptions(true);
        pack.setPreReceiveHook((receive, commands) -> {
            refuseCheckedOutBranch(repository, commands);
            askHook(receive, commands);
        });
        return pack;
    }

    private void askHook(ReceivePack receive, Collection<ReceiveCommand> commands) {
        @Nullable List<String> options = receive.getPushOptions();
        pushes.refusal(
                        receive.getRepository().getDirectory().getName(),
                        commands.stream().map(Conversation::shown).toList(),
                        options == null ? List.of() : List.copyOf(options))
                .ifPresent(why -> commands.forEach(
                        command -> command.setResult(ReceiveCommand.Result.REJECTED_OTHER_REASON, why)));
    }

    private static String shown(ReceiveCommand command) {
        return command.getOldId().name() + " " + command.getNewId().name() + " " + command.getRefName();
    }

    /** The files of the work tree would no longer match their branch. */
    private static void refuseCheckedOutBranch(Repository repository, Collection<ReceiveCommand> commands) {
        for (ReceiveCommand command : commands) {
            if (!repository.isBare() && command.getRefName().equals(head(repository))) {
                command.setResult(ReceiveCommand.Result.REJECTED_OTHER_REASON, "branch is currently checked out");
            }
        }
    }

    private static String head(Repository repository) {
        try {
            return String.valueOf(repository.getFullBranch());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private InputStream body() throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
    }

    private OutputStream respond(String part) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-" + service.command() + "-" + part);
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }
}
