using System.CommandLine;
using VideoIndex.ScreenText;
using VideoIndex.Tesseract;
using VideoIndex.Vision.ScreenText.Reading;

namespace VideoIndex.Cli.Commands.Work;

/// <summary>What reads words on the screen, and in which languages.</summary>
internal static class ReadingLanguages
{
    private const string Variable = "VIDEOINDEX_TEXT_LANGUAGES", Tesseract = "tesseract", Models = "onnx";

    /// <summary>Returns the option that names the languages.</summary>
    public static Option<string?> Option() => new("--text-language")
    {
        Description = $"The languages words on the screen are read in, the likeliest first: eng+deu. Default: what {Variable} says, else eng.",
        HelpName = "NAMES",
    };

    /// <summary>Returns the option that names the reader.</summary>
    public static Option<string> Reader()
    {
        var option = new Option<string>("--text-reader")
        {
            Description = $"What reads words on the screen: {Tesseract}, or {Models} for models that are installed (English only).",
            HelpName = "READER",
            DefaultValueFactory = _ => Tesseract,
        };
        option.AcceptOnlyFromAmong(Tesseract, Models);
        return option;
    }

    /// <summary>Returns what opens the readers that were typed, or that the environment says, or the default ones.</summary>
    /// <exception cref="CommandException">It is no list of languages.</exception>
    public static Func<ITextReaders> Chosen(Invocation invocation, Option<string?> languages, Option<string> reader)
    {
        var options = Languages(invocation, languages);
        return invocation.Get(reader) == Models
            ? () => new ModelTextReaders(
                invocation.Models(), invocation.ModelRuntime(), invocation.ModelOptions, options.Languages)
            : () => new TesseractReaders(options);
    }

    private static TesseractOptions Languages(Invocation invocation, Option<string?> option)
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
