using System.CommandLine;
using VideoIndex.Tesseract;

namespace VideoIndex.Cli.Commands.Work;

/// <summary>The languages that words on the screen are read in.</summary>
internal static class ReadingLanguages
{
    private const string Variable = "VIDEOINDEX_TEXT_LANGUAGES";

    /// <summary>Returns the option that names them.</summary>
    public static Option<string?> Option() => new("--text-language")
    {
        Description = $"The languages words on the screen are read in, the likeliest first: eng+deu. Default: what {Variable} says, else eng.",
        HelpName = "NAMES",
    };

    /// <summary>Returns what was typed, or what the environment says, or the default.</summary>
    /// <exception cref="CommandException">It is no list of languages.</exception>
    public static TesseractOptions Chosen(Invocation invocation, Option<string?> option)
    {
        var (typed, set) = (invocation.Get(option), Environment.GetEnvironmentVariable(Variable));
        var text = typed ?? (string.IsNullOrWhiteSpace(set) ? null : set);
        return text is null ? new TesseractOptions()
            : TesseractOptions.TryParse(text, out var options) ? options
            : throw new CommandException(
                ExitCodes.Usage,
                "bad-language",
                $"'{text}' ({(typed is null ? Variable : option.Name)}) is no list of 1 to {TesseractOptions.MostLanguages} languages as Tesseract calls them, such as eng+deu.");
    }
}
