package io.fluxj.runtime.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code --profile}. */
public final class ProfileOptions {
    @Option(
            names = "--profile",
            defaultValue = "none",
            paramLabel = "NAME",
            converter = Converter.class,
            description =
                    "Several flags under one name: locked-down, for clusters that tenants share. Flags that are given besides overrule it.")
    private Profile profile = Profile.NONE;

    /** The profile that the flags begin with. */
    public Profile profile() {
        return profile;
    }

    /** Reads the name. */
    static final class Converter implements ITypeConverter<Profile> {
        @Override
        public Profile convert(String name) {
            return Profile.named(name)
                    .orElseThrow(() -> new TypeConversionException(
                            "there is no profile '" + name + "': it is one of " + Profile.names()));
        }
    }
}
