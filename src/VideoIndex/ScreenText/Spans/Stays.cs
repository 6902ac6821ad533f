namespace VideoIndex.ScreenText.Spans;

/// <summary>Finds the stays in what the looks saw.</summary>
internal static class Stays
{
    // Below this a reading is no hint of what the letters may be.
    private const int LeastPercent = 25;

    /// <summary>Returns them in the order they begin, each with its words.</summary>
    /// <param name="looks">What each look saw, in order.</param>
    /// <param name="readings">What was read.</param>
    /// <param name="mostReadings">How many looks of a stay count as read: where a decode began in the middle of one, there are more readings than of a decode from the start.</param>
    public static List<Stay> Of(IReadOnlyList<TextLook> looks, IEnumerable<CropReading> readings, int mostReadings)
    {
        var words = new Dictionary<(long, int), IReadOnlyList<SeenWord>>();
        foreach (var reading in readings)
        {
            words.TryAdd((reading.Timestamp, reading.Place), [.. reading.Words.Select(Cleaned).Where(IsHint)]);
        }

        List<Stay> stays = [], before = [];
        for (var look = 0; look < looks.Count; look++)
        {
            End(before, looks[look].Ends);
            var now = new List<Stay>();
            var worth = WorthReading.In(look > 0 ? looks[look - 1] : null, looks[look], look + 1 < looks.Count ? looks[look + 1] : null).ToHashSet();
            foreach (var sighting in looks[look].Sightings)
            {
                var stay = before.ElementAtOrDefault(sighting.Before);
                if (stay is null || now.Contains(stay))
                {
                    stay = new Stay(sighting, look);
                    stays.Add(stay);
                }

                stay.LastLook = look;
                if (look - stay.FirstLook < mostReadings && worth.Contains(now.Count) && words.TryGetValue((looks[look].Timestamp, now.Count), out var read))
                {
                    stay.Read(read);
                }

                now.Add(stay);
            }

            before = now;
        }

        stays.ForEach(stay => stay.Settle());
        return stays;
    }

    private static void End(List<Stay> stays, IReadOnlyList<TextEnd> ends)
    {
        foreach (var end in ends)
        {
            if (stays.ElementAtOrDefault(end.Before) is { } stay)
            {
                stay.Until = end.Until;
            }
        }
    }

    private static SeenWord Cleaned(SeenWord word) => word with { Text = WordForm.Clean(word.Text) };

    private static bool IsHint(SeenWord word) => Ballot.PercentOf(word) >= LeastPercent && WordForm.Core(word.Text).Length > 0;
}
