using System.Globalization;

namespace VideoIndex.Sqlite.Storage;

/// <summary>The two clocks of a library: one that nobody can set, to judge by, and the time of day, to show.</summary>
internal sealed class StoreClock(LibrarySettings settings)
{
    /// <summary>Gets which start of the machine <see cref="Now"/> counts from.</summary>
    public string Boot => settings.BootId;

    /// <summary>Gets the milliseconds since then.</summary>
    public long Now => settings.Clock.GetElapsedTime(0).Ticks / TimeSpan.TicksPerMillisecond;

    /// <summary>Gets the time of day, in UTC.</summary>
    public DateTimeOffset Today => settings.Clock.GetUtcNow();

    /// <summary>Gets the time of day as it is kept.</summary>
    public string TodayText => Today.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Reads a time of day that was kept.</summary>
    public static DateTimeOffset Read(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
