using System.Diagnostics;

namespace VideoIndex.Accuracy;

/// <summary>Starts the ffmpeg on the path, one thread, quiet.</summary>
internal static class Ffmpeg
{
    public static Process Start(IEnumerable<string> arguments, bool input)
    {
        var start = new ProcessStartInfo("ffmpeg") { RedirectStandardOutput = true, RedirectStandardInput = input, UseShellExecute = false };
        foreach (var argument in (IEnumerable<string>)["-v", "error", "-nostdin", "-y", "-threads", "1", "-filter_threads", "1", .. arguments])
        {
            if (argument != "-nostdin" || !input)
            {
                start.ArgumentList.Add(argument);
            }
        }

        return Process.Start(start) ?? throw new InvalidOperationException("ffmpeg did not start.");
    }

    public static void Finish(Process ffmpeg)
    {
        ffmpeg.WaitForExit(Timeout.Infinite);
        if (ffmpeg.ExitCode != 0)
        {
            throw new InvalidOperationException($"ffmpeg ended with {ffmpeg.ExitCode}: {string.Join(' ', ffmpeg.StartInfo.ArgumentList)}");
        }
    }
}
