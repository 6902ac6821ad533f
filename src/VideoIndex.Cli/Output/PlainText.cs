using Spectre.Console;
using Spectre.Console.Rendering;

namespace VideoIndex.Cli.Output;

/// <summary>Turns tables into plain text, the same on every terminal and in every pipe.</summary>
internal static class PlainText
{
    // A row is never broken: a path that spans two lines can be neither copied nor searched for.
    private const int Width = 10_000;

    /// <summary>Returns what a table looks like, without colours and trailing spaces.</summary>
    public static string Of(IRenderable table)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = Width;
        console.Write(table);
        return string.Join('\n', writer.ToString().Split('\n').Select(line => line.TrimEnd())).Trim('\n');
    }
}
