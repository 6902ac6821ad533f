using System.Text;

namespace VideoIndex.Speech.Tokens;

/// <summary>
/// Spells pieces of text by tokens: a piece that is a token is that token; of any other, the neighbours that are joined earliest are joined until
/// none are. R. Sennrich and others, "Neural Machine Translation of Rare Words with Subword Units", 2016.
/// </summary>
internal static class BytePairs
{
    /// <summary>Adds the tokens of a piece. Bytes that no token spells are left out.</summary>
    public static void Add(TokenTable table, string piece, List<int> tokens)
    {
        var bytes = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(piece)).AsSpan();
        if (table.Find(bytes).Id is var whole and >= 0)
        {
            tokens.Add(whole);
            return;
        }

        var starts = Enumerable.Range(0, bytes.Length + 1).ToList();
        while (Earliest(table, bytes, starts) is var earliest and > 0)
        {
            starts.RemoveAt(earliest);
        }

        for (var i = 0; i + 1 < starts.Count; i++)
        {
            if (table.Find(bytes[starts[i]..starts[i + 1]]).Id is var id and >= 0)
            {
                tokens.Add(id);
            }
        }
    }

    /// <summary>Returns which boundary goes first; 0 where all stay.</summary>
    private static int Earliest(TokenTable table, ReadOnlySpan<char> bytes, List<int> starts)
    {
        var (best, where) = (int.MaxValue, 0);
        for (var i = 1; i + 1 < starts.Count; i++)
        {
            var rank = table.Find(bytes[starts[i - 1]..starts[i + 1]]).Rank;
            if (rank < best)
            {
                (best, where) = (rank, i);
            }
        }

        return where;
    }
}
