using System.Net;
using System.Net.Sockets;
using VideoIndex.Shots;
using VideoIndex.Vision.Shots;

namespace VideoIndex.Ffmpeg.Tests.Hostile;

/// <summary>Files that no hostile file may reach: a picture white on the left and black on the right, words that stand nowhere else, and a port nobody may call.</summary>
internal sealed class Canary : IDisposable
{
    /// <summary>The words that stand nowhere else.</summary>
    public const string Words = "CANARY-WORDS-91c4e7";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private int _seen;
    private int _calls;

    private Canary(string folder) => Folder = folder;

    public string Folder { get; }

    public string Clip => Path.Combine(Folder, "canary.ts");

    public string Text => Path.Combine(Folder, "canary.txt");

    /// <summary>Gets the address nobody may call.</summary>
    public string Address => $"http://{_listener.LocalEndpoint}";

    /// <summary>Gets how many gray frames showed the canary's picture.</summary>
    public int Seen => _seen;

    /// <summary>Gets how many connections came.</summary>
    public int Calls => _calls;

    /// <summary>Puts the canary's files into the workshop, beside the hostile ones.</summary>
    public static async Task<Canary> PlaceAsync(Workshop shop)
    {
        var canary = new Canary(shop.Folder);
        const string picture = "color=white:s=160x90:r=25:d=1,drawbox=x=80:y=0:w=80:h=90:color=black:t=fill";
        await shop.MakeAsync("canary.ts", $"-f lavfi -i {picture} -c:v libx264 -preset ultrafast -pix_fmt yuv420p -threads 1 -metadata service_name={Words}");
        shop.Write("canary.txt", Words);
        shop.Write("canary.srt", $"1\n00:00:00,000 --> 00:00:01,000\n{Words}\n");
        canary._listener.Start();
        _ = canary.AnswerAsync();
        return canary;
    }

    /// <summary>Returns whether gray 320 x 180 pixels are the canary's picture.</summary>
    public static bool IsIn(ReadOnlySpan<byte> gray)
    {
        var (left, right) = (0L, 0L);
        for (var row = 0; row < 180; row++)
        {
            left += Sum(gray.Slice(row * 320 + 20, 100));
            right += Sum(gray.Slice(row * 320 + 200, 100));
        }

        return left / 18_000 > 200 && right / 18_000 < 40;
    }

    /// <summary>Returns the product's scorer, looking out for the canary.</summary>
    public IFrameScorer Lookout() => new LookoutScorer(this);

    public void Dispose() => _listener.Dispose();

    private static long Sum(ReadOnlySpan<byte> pixels)
    {
        var sum = 0L;
        foreach (var pixel in pixels)
        {
            sum += pixel;
        }

        return sum;
    }

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                using var caller = await _listener.AcceptSocketAsync();
                Interlocked.Increment(ref _calls);
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // The listener was closed.
        }
    }

    private sealed class LookoutScorer(Canary canary) : IFrameScorer
    {
        private readonly FrameScorer _scorer = new();

        public FrameScore Score(ReadOnlySpan<byte> gray)
        {
            if (IsIn(gray))
            {
                Interlocked.Increment(ref canary._seen);
            }

            return _scorer.Score(gray);
        }
    }
}
