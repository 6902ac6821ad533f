namespace VideoIndex.Interchange.Exposure.Html;

/// <summary>The pictures a page holds in itself: the surest of each brand in each video. The others it links to.</summary>
internal static class Stills
{
    /// <summary>How many of a brand in a video.</summary>
    public const int MostOfEach = 3;

    /// <summary>How many bytes all of them may have.</summary>
    public const int MostBytes = 12_000_000;

    /// <summary>Returns the pictures as addresses that hold them, by the number of the row.</summary>
    /// <param name="sheet">What the page is written from.</param>
    /// <param name="picture">Reads a picture.</param>
    public static IReadOnlyDictionary<int, string> Of(Sheet sheet, Func<string, byte[]?> picture)
    {
        var (held, bytes) = (new Dictionary<int, string>(), 0);
        foreach (var (row, _) in Ranked(sheet).OrderBy(one => one.Rank).ThenByDescending(one => one.Row.Row.Score).ThenBy(one => one.Row.Number))
        {
            if (picture(row.Row.Evidence!.Still!) is { } read && KindOf(read) is { } kind && bytes + read.Length <= MostBytes)
            {
                bytes += read.Length;
                held.Add(row.Number, $"data:{kind};base64,{Convert.ToBase64String(read)}");
            }
        }

        return held;
    }

    private static IEnumerable<(RowView Row, int Rank)> Ranked(Sheet sheet) =>
        from brand in sheet.Seen
        from video in brand.Rows.Where(row => row.Row.Evidence?.Still is not null).GroupBy(row => row.Video)
        from one in video.OrderByDescending(row => row.Row.Score).ThenBy(row => row.Number).Take(MostOfEach).Index()
        select (one.Item, one.Index);

    private static string? KindOf(ReadOnlySpan<byte> picture) => picture switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        _ => null,
    };
}
