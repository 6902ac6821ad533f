using System.CommandLine;
using VideoIndex.Brands;

namespace VideoIndex.Cli.Commands.Brands;

/// <summary>The brands to look for, and the pictures of their logos.</summary>
internal sealed class BrandCommand : Command
{
    public BrandCommand()
        : base("brand", "Add, see and change the brands to look for, and the pictures of their logos.")
    {
        Subcommands.Add(new BrandAddCommand());
        Subcommands.Add(new BrandImportCommand());
        Subcommands.Add(new BrandListCommand());
        Subcommands.Add(new BrandShowCommand());
        Subcommands.Add(new BrandEditCommand());
        Subcommands.Add(new BrandRemoveExampleCommand());
        Subcommands.Add(BrandVerdictCommand.Retire());
        Subcommands.Add(BrandVerdictCommand.Restore());
    }

    /// <summary>Returns the argument that names a brand that is there.</summary>
    public static Argument<string> Known() => new("NAME") { Description = "The brand's name, in any case and with or without accents, or its number." };

    /// <summary>Returns the option that says who changes something.</summary>
    public static Option<string?> By() => new("--by") { Description = "Who makes the change, for the history. Default: your user name.", HelpName = "WHO" };

    /// <summary>Returns the option that names groups.</summary>
    public static Option<string[]> Groups(string name, string description) =>
        new(name) { Description = description, HelpName = "GROUP", DefaultValueFactory = _ => [] };

    /// <summary>Returns the option that gives attributes.</summary>
    public static Option<string[]> Attributes() => new("--attribute") { Description = "What else to keep of the brand; may be given more than once.", HelpName = "KEY=VALUE", DefaultValueFactory = _ => [] };

    /// <summary>Returns who makes the change.</summary>
    public static string Author(string? by) => string.IsNullOrWhiteSpace(by) ? Environment.UserName : BrandName.Read("person", by);

    /// <summary>Reads attributes.</summary>
    /// <exception cref="CommandException">One has no equals sign, or nothing before it.</exception>
    public static IEnumerable<BrandChange> Read(IEnumerable<string> attributes) =>
        from attribute in attributes
        let cut = attribute.IndexOf('=', StringComparison.Ordinal)
        select cut > 0
            ? new BrandChange.Describe(attribute[..cut], attribute[(cut + 1)..].Trim())
            : throw new CommandException(ExitCodes.Usage, "bad-usage", $"--attribute takes KEY=VALUE, not '{attribute}'.");

    /// <summary>Returns the one brand a person means.</summary>
    /// <exception cref="BrandException">There is none.</exception>
    public static async Task<Brand> ResolveAsync(LibraryHost library, string nameOrNumber, CancellationToken cancellationToken) =>
        await library.Brands.FindAsync(nameOrNumber, cancellationToken).ConfigureAwait(false)
        ?? throw new BrandException("no-such-brand", $"There is no brand '{nameOrNumber}'. See: videoindex brand list");
}
