using System.Text;
using VideoIndex.Vocabularies;

namespace VideoIndex.Interchange.Vocabularies;

/// <summary>Reads a vocabulary from a file: CSV, JSON, or SKOS as JSON-LD. Nothing a file names is fetched.</summary>
public static class VocabularyFile
{
    /// <summary>The most bytes of a file: 20 MB.</summary>
    public const int MostBytes = 20_000_000;

    /// <summary>Reads a file; what it is shows in its first sign.</summary>
    /// <param name="bytes">The file, in UTF-8.</param>
    /// <returns>What it says, as written: see <see cref="VocabularyRules.Read"/>.</returns>
    /// <exception cref="VocabularyException"><c>bad-vocabulary-file</c>: it is no such file.</exception>
    public static IReadOnlyList<VocabularyStatement> Read(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        string text;
        try
        {
            text = bytes.Length > MostBytes
                ? throw Bad("it is larger than 20 MB.")
                : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (ArgumentException)
        {
            throw Bad("it is not written in UTF-8.");
        }

        return text.Contains('\0', StringComparison.Ordinal) ? throw Bad("it is no text.")
            : text.TrimStart() is ['{' or '[', ..] ? VocabularyJson.Read(text)
            : VocabularyCsv.Read(text);
    }

    /// <summary>Returns what is thrown for a file that cannot be read.</summary>
    internal static VocabularyException Bad(string why) => new("bad-vocabulary-file", $"The vocabulary cannot be read: {why}");
}
