package io.fluxj.sops.cli;

import io.fluxj.sops.Decrypted;
import io.fluxj.sops.Decryption;
import io.fluxj.sops.Format;
import io.fluxj.sops.Limits;
import io.fluxj.sops.MacPolicy;
import io.fluxj.sops.SopsException;
import io.fluxj.sops.age.AgeIdentities;
import io.fluxj.sops.age.AgeKeyService;
import io.fluxj.sops.key.KeyException;
import io.fluxj.sops.pgp.PgpKeyService;
import io.fluxj.sops.pgp.PgpKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code decrypt}: prints the plain text of a file. */
@Command(name = "decrypt", description = "Print the plain text of a file.", mixinStandardHelpOptions = true)
final class DecryptCommand implements Callable<Integer> {
    /** Values of {@code --input-type} and {@code --output-type}. */
    enum Type {
        yaml(Format.YAML),
        json(Format.JSON),
        dotenv(Format.DOTENV),
        ini(Format.INI),
        binary(Format.BINARY);

        private final Format format;

        Type(Format format) {
            this.format = format;
        }
    }

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private SopsCommand streams;

    @Option(
            names = "--age-key-file",
            paramLabel = "F",
            description = "Secret keys of age, or one of SSH. No others are used; may be given several times.")
    private List<Path> ageKeys = List.of();

    @Option(
            names = "--pgp-key-file",
            paramLabel = "F",
            description = "OpenPGP secret keys in armour. No others are used; may be given several times.")
    private List<Path> pgpKeys = List.of();

    @Option(
            names = "--pgp-passphrase-file",
            paramLabel = "F",
            description = "Holds the passphrase of the OpenPGP keys, if they have one.")
    private @Nullable Path pgpPassphrase;

    @Option(
            names = "--input-type",
            paramLabel = "TYPE",
            description = "${COMPLETION-CANDIDATES}; by default the end of the file's name tells.")
    private @Nullable Type input;

    @Option(
            names = "--output-type",
            paramLabel = "TYPE",
            description = "${COMPLETION-CANDIDATES}; by default the type of the input.")
    private @Nullable Type output;

    @Option(names = "--ignore-mac", description = "Print the text even if it was changed after it was encrypted.")
    private boolean ignoreMac;

    @Parameters(paramLabel = "FILE", description = "The file.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    public Integer call() {
        Format from = input == null ? Format.ofName(file.toString()) : input.format;
        Format to = output == null ? from : output.format;
        try {
            byte[] encrypted = read(file);
            return print(decryption().decrypt(encrypted, from, to));
        } catch (SopsException e) {
            streams.err().println(prefix(e.stage()) + e.getMessage());
            if (e.stage() == SopsException.Stage.WRITE && to == Format.BINARY) {
                streams.err()
                        .println("\nThis is likely not an encrypted binary file?"
                                + " If not, use --output-type to select the correct output type.");
            }
            return code(e.stage());
        } catch (KeyException e) {
            streams.err().println(e.getMessage());
            return code(SopsException.Stage.KEY);
        } catch (NoSuchFileException e) {
            streams.err().println("no such file: " + e.getMessage());
            return 2;
        } catch (IOException e) {
            streams.err().println("cannot read or write: " + e.getMessage());
            return 2;
        }
    }

    /** As sops does, it refuses a file that does not say which version wrote it. */
    private int print(Decrypted decrypted) throws IOException {
        if (decrypted.version().isEmpty()) {
            streams.err().println("Version string empty");
            return code(SopsException.Stage.LOAD);
        }
        streams.out().write(decrypted.bytes());
        streams.out().flush();
        return 0;
    }

    private static byte[] read(Path file) throws IOException {
        Limits.DEFAULT.checkSize(Files.size(file));
        return Files.readAllBytes(file);
    }

    private Decryption decryption() throws IOException, KeyException {
        AgeIdentities identities = new AgeIdentities();
        for (Path each : ageKeys) {
            identities.addAny(Files.readString(each));
        }
        PgpKeys secrets = new PgpKeys();
        String passphrase =
                pgpPassphrase == null ? "" : Files.readString(pgpPassphrase).strip();
        for (Path each : pgpKeys) {
            secrets.add(Files.readString(each), passphrase);
        }
        return new Decryption(
                List.of(new AgeKeyService(identities), new PgpKeyService(secrets)),
                ignoreMac ? MacPolicy.IGNORED : MacPolicy.REQUIRED,
                Limits.DEFAULT);
    }

    /** What sops says before. */
    private static String prefix(SopsException.Stage stage) {
        return switch (stage) {
            case LOAD, KEY, MAC -> "";
            case VALUE -> "Error decrypting tree: ";
            case WRITE -> "Error dumping file: ";
        };
    }

    private static int code(SopsException.Stage stage) {
        return switch (stage) {
            case LOAD -> 1;
            case WRITE -> 4;
            case VALUE -> 25;
            case MAC -> 51;
            case KEY -> 128;
        };
    }
}
