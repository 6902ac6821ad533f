using System.Globalization;
using System.Text;

namespace VideoIndex.Cli.Commands.Exporting;

/// <summary>Names and writes the files of an export.</summary>
internal static class ExportFiles
{
    private const int LongestPart = 80; // bytes; a file's whole name may have 255

    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Returns the paths of the parts, in order: that of the whole, with what tells each from the others before its ending. No two are alike on any system.</summary>
    public static IReadOnlyList<string> PathsOf(string whole, IEnumerable<string> parts)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var paths = new List<string>();
        foreach (var part in parts)
        {
            var name = part == "" ? "" : "-" + (Harmless(part) is { Length: > 0 } kept ? kept : "part");
            var free = name;
            for (var number = 2; !taken.Add(free); number++)
            {
                free = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
            }

            paths.Add(free == "" ? whole : Path.Combine(Path.GetDirectoryName(whole)!, $"{Path.GetFileNameWithoutExtension(whole)}{free}{Path.GetExtension(whole)}"));
        }

        return paths;
    }

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
        var (kept, bytes) = (new StringBuilder(), 0);
        foreach (var letter in text.EnumerateRunes().Where(rune => Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '-' or '_' or '.').TakeWhile(rune => (bytes += rune.Utf8SequenceLength) <= LongestPart))
        {
            kept.Append(letter.Value == ' ' ? "-" : letter.ToString());
        }

        return kept.ToString().Trim('.', '-');
    }
}
