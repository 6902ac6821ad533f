using System.Text;
using VideoIndex.Search.Evaluation;

namespace VideoIndex.Sqlite.Postings.Segments;

/// <summary>What lists are sorted by: a word in UTF-8, then a byte for the field, which is less than any byte of a word.</summary>
/// <remarks>The empty word is that of everything in its field: its places are 0, and in joints the number of words before the border.</remarks>
internal static class TermKeys
{
    /// <summary>The field of the words on both sides of the border of two utterances.</summary>
    public const string Across = "across";

    /// <summary>The field of the words of the folder a video's file lies in, which plain words do not search.</summary>
    public const string Folder = "folder";

    private static readonly string[] Fields = ["say", "text", "logo", "object", "face", "tag", "colour", "motion", "video", Across, Folder];

    /// <summary>Returns the field a thing is kept under.</summary>
    public static string FieldOf(SearchableSpan thing) => thing.Joint is null ? thing.Field : Across;

    /// <summary>Returns the byte of a field; 0 for one that is not kept here.</summary>
    public static byte Of(string field) => (byte)(Array.IndexOf(Fields, field) + 1);

    /// <summary>Returns the key of a word in a field.</summary>
    public static byte[] Of(string word, byte field)
    {
        var key = new byte[Encoding.UTF8.GetByteCount(word) + 1];
        Encoding.UTF8.GetBytes(word, key);
        key[^1] = field;
        return key;
    }

    /// <summary>Returns the word in a key.</summary>
    public static string Word(ReadOnlySpan<byte> key) => Encoding.UTF8.GetString(key[..^1]);
}
