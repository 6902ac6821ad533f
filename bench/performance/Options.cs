using System.Globalization;

namespace VideoIndex.Performance;

/// <summary>What was typed after the name of a measurement.</summary>
internal sealed class Options(string[] args)
{
    /// <summary>Says what can be typed.</summary>
    public static int Usage()
    {
        Console.Error.WriteLine(
            "usage: decode [--clip FILE ...] [--rounds N] [--seconds S]\n       memory [--hours H]\n       small [--files N] [--rounds N]\n       eta [--clip FILE] [--seconds S]\n       features FILE... [--rounds N]\n       answers [--videos N] [--keep FOLDER] [--rounds N] [--seconds S]\n       neighbours [--rows N] [--dimensions N]\n       stills FILE... [--looks N]\n       logos LIBRARY PICTURES [--logos N] [--hours H]\n       models FOLDER [--node NODE_MODULES] [--rounds N] [--runs N]\n       whisper [tiny] [base] [small] [--rounds N]");
        return 2;
    }

    /// <summary>Returns the text after an option; null when it was not given.</summary>
    public string? Text(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    /// <summary>Returns the texts after an option that may be given again and again.</summary>
    public IReadOnlyList<string> Texts(string name) => [.. args.Zip(args.Skip(1)).Where(pair => pair.First == name).Select(pair => pair.Second)];

    /// <summary>Returns the whole number after an option, or its default.</summary>
    public int Number(string name, int otherwise) =>
        Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
