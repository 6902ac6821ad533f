using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace VideoIndex.Performance;

/// <summary>Whether the time left that is shown is true: reads the progress line as a person sees it, on a terminal, and compares it afterwards with what was really left.</summary>
internal static partial class EtaBench
{
    private const double From = 0.10, Allowed = 0.30;
    private static readonly TimeSpan Grain = TimeSpan.FromSeconds(1); // the line shows whole seconds

    public static async Task<int> RunAsync(Options options)
    {
        var clip = Path.GetFullPath(options.Text("--clip") ?? Footage.HighDefinition(options.Number("--seconds", 600)));
        var clock = TimeProvider.System;
        var command = string.Join(' ', Places.Index(clip).Where(word => word != "--json").Select(word => $"'{word}'"));
        using var terminal = Process.Start(new ProcessStartInfo("script", ["-qefc", "stty cols 200; " + command, "/dev/null"]) { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        var started = clock.GetTimestamp();
        var shown = new List<(TimeSpan At, double Share, TimeSpan Left)>();
        var line = "";
        var buffer = new char[1024];
        int read;
        while ((read = await terminal.StandardOutput.ReadAsync(buffer).ConfigureAwait(false)) > 0)
        {
            line += new string(buffer, 0, read);
            if (Shown().Matches(line) is [.., var last])
            {
                shown.Add((clock.GetElapsedTime(started), int.Parse(last.Groups[1].Value, CultureInfo.InvariantCulture) / 100.0, TimeSpan.Parse(last.Groups[2].Value, CultureInfo.InvariantCulture)));
                line = "";
            }
        }

        await terminal.WaitForExitAsync().ConfigureAwait(false);
        return Judge(shown, clock.GetElapsedTime(started));
    }

    private static int Judge(List<(TimeSpan At, double Share, TimeSpan Left)> shown, TimeSpan whole)
    {
        Console.WriteLine("| of the way | shown left s | truly left s | off |");
        Console.WriteLine("|---|---|---|---|");
        var worst = 0.0;
        foreach (var tenth in shown.Where(one => one.Share >= From).GroupBy(one => (int)(one.Share * 10)))
        {
            foreach (var (at, share, left) in tenth)
            {
                var error = Math.Max(0, ((left - (whole - at)).Duration() - Grain).TotalSeconds) / Math.Max(1, (whole - at).TotalSeconds);
                worst = Math.Max(worst, error);
            }

            var first = tenth.First();
            var truly = whole - first.At;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {100 * first.Share:0} % | {first.Left.TotalSeconds:0} | {truly.TotalSeconds:0.0} | {100 * ((first.Left / truly) - 1):+0;-0} % |"));
        }

        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{shown.Count} lines seen in {whole.TotalSeconds:0} s; from {100 * From:0} % on the worst is off by {100 * worst:0} % beyond the second it is rounded to (limit {100 * Allowed:0} %)."));
        return shown.Count > 10 && worst <= Allowed ? 0 : 1;
    }

    [GeneratedRegex(@"(\d+) %, (\d+:\d\d:\d\d) left")]
    private static partial Regex Shown();
}
