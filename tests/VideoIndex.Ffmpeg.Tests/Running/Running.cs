using VideoIndex.Ffmpeg.Running;

namespace VideoIndex.Ffmpeg.Tests.Running;

/// <summary>Finds and ends programs by a word on their command line that stands nowhere else.</summary>
internal static class Running
{
    /// <summary>Nothing here takes this long unless it hangs.</summary>
    public static readonly TimeSpan Guard = TimeSpan.FromSeconds(120);

    /// <summary>Returns an FFmpeg that would run for ever, and writes a frame now and then or without end.</summary>
    public static ToolCall Endless(string mark, params string[] output) =>
        new(Tool.Ffmpeg, ["-nostdin", "-v", "error", "-re", "-f", "lavfi", "-i", "testsrc2=r=25", "-metadata", $"title={mark}", .. output]);

    public static string Mark() => $"mark-{Guid.NewGuid():N}";

    /// <summary>Returns the ids of the programs of a name that bear the mark.</summary>
    public static List<int> Bearing(string mark, string program = "")
    {
        var found = new List<int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            var command = Read(Path.Combine(folder, "cmdline")).Split('\0');
            if (Path.GetFileName(command[0]).StartsWith(program, StringComparison.Ordinal) && command.Any(word => word.Contains(mark, StringComparison.Ordinal)))
            {
                found.Add(int.Parse(Path.GetFileName(folder), System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return found;
    }

    /// <summary>Waits until something holds.</summary>
    public static async Task UntilAsync(Func<bool> holds)
    {
        using var guard = new CancellationTokenSource(Guard);
        while (!holds())
        {
            await Task.Delay(50, guard.Token);
        }
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return ""; // it ended meanwhile
        }
    }
}
