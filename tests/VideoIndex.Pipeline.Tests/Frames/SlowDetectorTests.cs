using System.Collections.Concurrent;
using VideoIndex.Media;
using VideoIndex.Pipeline.Stages;

namespace VideoIndex.Pipeline.Tests.Frames;

/// <summary>A model may be slow: what decodes for it waits, each segment for itself.</summary>
public sealed class SlowDetectorTests : IDisposable
{
    private readonly string _library = Directory.CreateTempSubdirectory("slow-detector-").FullName;

    public void Dispose() => Directory.Delete(_library, recursive: true);

    [Theory]
    [InlineData(400)]
    [InlineData(1600)]
    public async Task Segments_in_parallel_each_stand_at_one_look_while_the_detector_does_whatever_their_length(int frames)
    {
        const int TicksAFrame = 3;
        var middle = (long)(frames / 2) * TicksAFrame;
        Segment[] segments = [new(null, middle, middle + (60 * TicksAFrame), frames / 2), new(middle, null, null, frames / 2)];
        using var standing = new CountdownEvent(segments.Length);
        using var gate = new ManualResetEventSlim();
        var (handedOn, atOnce, most) = (new ConcurrentDictionary<string, int>(), 0, 0);
        var film = new PlayedFilm(1, frames, 50)
        {
            Seen = (segment, frame) =>
            {
                if (!(frame * TicksAFrame < segment.From) && !(frame * TicksAFrame >= segment.RunsTo))
                {
                    handedOn.AddOrUpdate(segment.Unit, 1, (_, count) => count + 1);
                }

                return frame;
            },
            Detector = new StubDetector
            {
                Sees = look =>
                {
                    InterlockedMax(ref most, Interlocked.Increment(ref atOnce));
                    if (!standing.IsSet)
                    {
                        standing.Signal();
                    }

                    gate.Wait();
                    Interlocked.Decrement(ref atOnce);
                    return [];
                },
            },
        };

        var analyzing = segments.Select(segment => Task.Factory.StartNew(
            () => film.Stage(_library).RunAsync(new AnalyzeFrames(film.Video.Id, 1, segment), new Progress<StageProgress>(), default),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()).ToList();
        standing.Wait();

        Assert.Equal([1, 1], segments.Select(segment => handedOn[segment.Unit]));
        gate.Set();
        await Task.WhenAll(analyzing);
        Assert.Equal(segments.Length, most);
        Assert.Equal([(frames / 2) + 60, frames / 2], segments.Select(segment => handedOn[segment.Unit]));
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
