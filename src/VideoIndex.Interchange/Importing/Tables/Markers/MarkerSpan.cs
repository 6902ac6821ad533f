using VideoIndex.Timing;

namespace VideoIndex.Interchange.Importing.Tables.Markers;

/// <summary>Reads when a marker begins and ends.</summary>
internal static class MarkerSpan
{
    /// <summary>Reads the times of a line: of several columns for one, the first that can be read.</summary>
    /// <param name="row">The line.</param>
    /// <param name="clock">The file's clock.</param>
    /// <param name="shortest">How long a marker is that has a time and no length.</param>
    /// <param name="start">When it begins.</param>
    /// <param name="end">When it ends.</param>
    /// <returns>Why it cannot be read; null where it could.</returns>
    public static string? Read(MarkerRow row, MarkerClock clock, MediaDuration shortest, out MediaTime start, out MediaTime end)
    {
        end = default;
        if (!TryTime(row, MarkerColumnKind.Start, clock, out start))
        {
            return row.Value(MarkerColumnKind.Start) is { } wrong ? $"'{Short(wrong)}' is no time of this video" : "it has no time";
        }

        if (row.Value(MarkerColumnKind.End) is { } said)
        {
            if (!TryTime(row, MarkerColumnKind.End, clock, out end))
            {
                return $"'{Short(said)}' is no time of this video";
            }
        }
        else if (row.Value(MarkerColumnKind.Duration) is { } length)
        {
            if (!TryLength(row, clock, out var duration))
            {
                return $"'{Short(length)}' is no length";
            }

            end = start + duration;
        }
        else
        {
            end = start;
        }

        end = end == start ? start + shortest : end;
        return end < start ? "it ends before it begins" : null;
    }

    /// <summary>Returns the beginning of a text, for a sentence.</summary>
    public static string Short(string text) => text.Length > 40 ? string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[39]) ? 39 : 40), "\u2026") : text;

    private static bool TryTime(MarkerRow row, MarkerColumnKind kind, MarkerClock clock, out MediaTime time)
    {
        foreach (var column in row.Columns.Of(kind))
        {
            if (clock.TryRead(row.Value(column), column.Unit, out time))
            {
                return true;
            }
        }

        time = default;
        return false;
    }

    private static bool TryLength(MarkerRow row, MarkerClock clock, out MediaDuration length)
    {
        foreach (var column in row.Columns.Of(MarkerColumnKind.Duration))
        {
            if (clock.TryReadLength(row.Value(column), column.Unit, out length))
            {
                return true;
            }
        }

        length = default;
        return false;
    }
}
