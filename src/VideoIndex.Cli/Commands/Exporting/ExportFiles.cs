using System.Text;

namespace VideoIndex.Cli.Commands.Exporting;

/// <summary>Names and writes the files of an export.</summary>
internal static class ExportFiles
{
    private const int LongestPart = 80;

    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Returns the path of one part: that of the whole, with what tells it from the others before its ending.</summary>
    public static string PathOf(string whole, string part) => part == ""
        ? whole
        : Path.Combine(Path.GetDirectoryName(whole)!, $"{Path.GetFileNameWithoutExtension(whole)}-{Harmless(part)}{Path.GetExtension(whole)}");

    /// <summary>Writes a file, whole or not at all.</summary>
    public static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        var part = path + ".part";
        try
        {
            await File.WriteAllTextAsync(part, text, Plain, cancellationToken).ConfigureAwait(false);
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Returns a text as a part of a file's name on any system: no separators, nothing that steers a shell or a terminal.</summary>
    public static string Harmless(string text)
    {
        var kept = new StringBuilder();
        foreach (var letter in text.EnumerateRunes().Where(rune => Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '-' or '_' or '.').Take(LongestPart))
        {
            kept.Append(letter.Value == ' ' ? "-" : letter.ToString());
        }

        return kept.ToString().Trim('.', '-');
    }
}
