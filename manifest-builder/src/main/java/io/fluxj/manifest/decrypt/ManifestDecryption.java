package io.fluxj.manifest.decrypt;

import io.fluxj.kustomize.BuiltResource;
import io.fluxj.kustomize.FileTree;
import io.fluxj.manifest.BuildFailure;
import io.fluxj.sops.Decryption;
import io.fluxj.sops.Limits;
import io.fluxj.sops.MacPolicy;
import io.fluxj.sops.key.KeyService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Decrypts in all places where Flux does, with the keys of one owner. Source: behaviour §2.3. */
public sealed interface ManifestDecryption {
    /** Leaves everything as it is. */
    static ManifestDecryption none() {
        return new None();
    }

    /**
     * Decrypts with these services. As Flux does, it does not look at the code over all values of a file, and takes an object that has
     * none for plain.
     */
    static ManifestDecryption with(List<KeyService> services) {
        Decryption lax = new Decryption(services, MacPolicy.IGNORED, Limits.DEFAULT);
        return new Sops(lax, lax, SopsBlock::hasMac, place -> {});
    }

    /**
     * Decrypts with these services, and refuses a file that does not fit to the code over all its values (the MAC). A built object is no
     * file any more: names, namespaces and the order of fields may differ, so the file that it comes from is checked instead.
     *
     * @param withoutMac is told each file and object that was decrypted though it has no such code
     */
    static ManifestDecryption authenticating(List<KeyService> services, Consumer<String> withoutMac) {
        return new Sops(
                new Decryption(services, MacPolicy.REQUIRED_IF_PRESENT, Limits.DEFAULT),
                new Decryption(services, MacPolicy.IGNORED, Limits.DEFAULT),
                SopsBlock::isIn,
                withoutMac);
    }

    /** Fails every build, as the keys cannot be had. */
    static ManifestDecryption unavailable(String why) {
        return new Unavailable(why);
    }

    /**
     * The files with those decrypted that generators and patches read.
     *
     * @param directory that is built
     * @throws BuildFailure if one cannot be decrypted; holds no plain text
     */
    FileTree files(FileTree files, String directory) throws BuildFailure;

    /**
     * The built objects decrypted.
     *
     * @throws BuildFailure if one cannot be; holds no plain text
     */
    List<BuiltResource> objects(List<BuiltResource> built) throws BuildFailure;

    /** Nothing is asked for. */
    record None() implements ManifestDecryption {
        @Override
        public FileTree files(FileTree files, String directory) {
            return files;
        }

        @Override
        public List<BuiltResource> objects(List<BuiltResource> built) {
            return built;
        }
    }

    /** The keys are missing. */
    record Unavailable(String why) implements ManifestDecryption {
        @Override
        public FileTree files(FileTree files, String directory) throws BuildFailure {
            throw new BuildFailure(why);
        }

        @Override
        public List<BuiltResource> objects(List<BuiltResource> built) throws BuildFailure {
            throw new BuildFailure(why);
        }
    }

    /**
     * The keys are here.
     *
     * @param files decrypts what is still as sops wrote it
     * @param objects decrypts what kustomize built
     * @param encrypted whether the content of such an object is encrypted
     * @param withoutMac is told what has no MAC
     */
    record Sops(
            Decryption files, Decryption objects, Predicate<Map<String, Object>> encrypted, Consumer<String> withoutMac)
            implements ManifestDecryption {
        @Override
        public FileTree files(FileTree files, String directory) throws BuildFailure {
            return new EncryptedFiles(new FluxDecryption(this.files), files, withoutMac).decrypted(directory);
        }

        @Override
        public List<BuiltResource> objects(List<BuiltResource> built) throws BuildFailure {
            EncryptedObject object =
                    new EncryptedObject(new FluxDecryption(objects), new FluxDecryption(files), encrypted, withoutMac);
            List<BuiltResource> plain = new ArrayList<>();
            for (BuiltResource each : built) {
                plain.add(object.decrypted(each));
            }
            return plain;
        }
    }
}
