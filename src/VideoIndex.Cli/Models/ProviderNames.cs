using VideoIndex.Inference;

namespace VideoIndex.Cli.Models;

/// <summary>Reads what models are to be run on, as it is typed.</summary>
internal static class ProviderNames
{
    private static readonly IReadOnlyList<string> Known = new ModelSessionOptions().Providers;

    /// <summary>Returns the names in a list such as <c>cuda,cpu</c>; all that are known where nothing was typed.</summary>
    /// <exception cref="CommandException">One is not known, or is there twice.</exception>
    public static IReadOnlyList<string> Read(string? typed)
    {
        if (typed is null)
        {
            return Known;
        }

        var names = typed.Split(',', StringSplitOptions.TrimEntries);
        return names.All(Known.Contains) && names.Distinct().Count() == names.Length
            ? names
            : throw new CommandException(
                ExitCodes.Usage, "bad-providers", $"'{typed}' (--providers) is no list of what models are run on, each once, out of {string.Join(", ", Known)}: --providers cuda,cpu");
    }
}
