using VideoIndex.Hearing;
using VideoIndex.Jobs;
using VideoIndex.Media;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Pipeline.Hearing;
using VideoIndex.Testing.Contracts;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Tests.Hearing;

public sealed class TranscribingTests : IDisposable
{
    private readonly Studio _studio = new(ListenWhen.WhereNoCaptions);

    public void Dispose() => _studio.Dispose();

    [Fact]
    public async Task What_is_said_is_in_the_catalogue_at_the_time_it_is_said()
    {
        Sounds(Film.Sound(startMilliseconds: 500));
        _studio.Film.SoundOf = _ => Tone.At((1, 600), (2, 800));

        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        var heard = Assert.Single((await _studio.ContentsAsync(video)).Transcripts);
        Assert.Equal(("en", 1, null, "stub"), (heard.Language, heard.Track, heard.Channel, heard.Origin.Name));
        Assert.Equal(
            ["goal [3/2 s, 8/5 s)", "save [5/2 s, 13/5 s)"],
            heard.Utterances.SelectMany(utterance => utterance.Words).Select(word => $"{word.Text.Trim()} {word.Span}"));
    }

    [Fact]
    public async Task A_video_is_finished_before_anybody_listens_to_it()
    {
        Sounds(Film.Sound(0));
        var states = new List<VideoState>();
        _studio.AfterJob = async key =>
        {
            if (key.Stage == StageNames.Index)
            {
                states.Add((await _studio.Catalog.FindAsync(key.Video, default))!.State);
            }
        };

        await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        Assert.Equal(VideoState.Ok, states[^1]);
        Assert.True(_studio.Done.IndexOf("transcribe 1") > _studio.Done.IndexOf("index 1"));
        Assert.True(_studio.Done.IndexOf("listen") > _studio.Done.IndexOf("captions"));
    }

    [Fact]
    public async Task Every_track_is_a_job_of_its_own_and_one_that_fails_leaves_the_others_and_the_video_as_they_are()
    {
        Sounds(Film.Sound(0), Film.Sound(0) with { Index = 2, Number = 2 }, Film.Sound(0) with { Index = 3, Number = 3 });
        _studio.Film.SoundOf = track => Tone.At((track.Number, 600));
        _studio.Ears.Fails = sound => sound.Length < 2.5 * ISound.Rate;

        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        Assert.Equal([2, 3], (await _studio.ContentsAsync(video)).Transcripts.Select(heard => heard.Track!.Value));
        Assert.Equal(VideoState.Ok, video.State);
        var dead = Assert.Single(await _studio.Store.ListAsync(new JobFilter { Video = video.Id }, default));
        Assert.Equal((StageNames.Transcribe, "1", "The model 'stub' failed."), (dead.Order.Key.Stage, dead.Order.Key.Unit, dead.LastFailure!.Sentence));
    }

    [Fact]
    public async Task Times_beyond_anything_real_are_the_listener_s_fault_and_not_the_video_s()
    {
        Sounds(Film.Sound(0));
        _studio.Ears.Fails = _ => throw new OverflowException();

        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        Assert.Equal(VideoState.Ok, video.State);
        Assert.Single(await _studio.Store.ListAsync(new JobFilter { Video = video.Id }, default));
    }

    [Fact]
    public async Task Nobody_listens_where_there_are_captions()
    {
        Sounds(Film.Sound(0) with { Language = "eng" }, Film.Sound(0) with { Index = 2, Number = 2, Language = "deu" });
        _studio.Film.Utterances = [new Utterance(A.Span("0-1"), "hello")];

        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        Assert.Equal([null, 2], (await _studio.ContentsAsync(video)).Transcripts.Select(heard => heard.Track));
    }

    [Fact]
    public async Task A_video_in_which_nobody_speaks_says_so()
    {
        Sounds(Film.Sound(0));

        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        var heard = Assert.Single((await _studio.ContentsAsync(video)).Transcripts);
        Assert.Equal((VideoState.Ok, 0), (video.State, heard.Utterances.Count));
        Assert.Equal(["Audio 1: nobody speaks, as stub hears it."], heard.Notes);
    }

    [Fact]
    public async Task What_a_service_tells_of_the_sound_it_was_sent_is_kept()
    {
        Sounds(Film.Sound(0));
        _studio.Ears.Notes = ["Sound left this machine."];

        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        Assert.Equal("Audio 1: Sound left this machine.", Assert.Single((await _studio.ContentsAsync(video)).Transcripts).Notes[^1]);
    }

    [Fact]
    public async Task A_missing_model_is_a_note()
    {
        Sounds(Film.Sound(0));
        _studio.Ears.Missing = "What is said was not written down: no model. Run: videoindex models install x";

        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        Assert.Equal((VideoState.Ok, _studio.Ears.Missing), (video.State, Assert.Single(video.Notes)));
        Assert.Equal(0, _studio.Ears.Opened);
    }

    [Fact]
    public async Task Sound_for_which_the_disk_has_no_room_is_a_note()
    {
        Sounds(Film.Sound(0));
        _studio.FreeBytes = 1_999_999_999;

        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        Assert.StartsWith("What is said was not written down: the library's disk has no room", Assert.Single(video.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_track_of_which_nothing_can_be_decoded_is_a_note()
    {
        Sounds(Film.Sound(0), Film.Sound(0) with { Index = 2, Number = 2 });
        _studio.Film.SoundOf = track => track.Number == 1 ? Tone.At((1, 600)) : [];

        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        Assert.Equal(["Audio 2: what is said was not written down, for the track could not be decoded."], video.Notes);
        Assert.Single((await _studio.ContentsAsync(video)).Transcripts);
    }

    [Fact]
    public async Task Speakers_on_a_channel_each_are_heard_one_by_one()
    {
        Sounds(Film.Sound(0) with { Channels = 2 });
        _studio.Film.SoundOf = _ => [.. Tone.At((1, 600), (3, 0)).Zip(Tone.At((2, 800), (3, 0))).SelectMany(pair => new[] { pair.First, pair.Second })];

        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        var heard = (await _studio.ContentsAsync(video)).Transcripts;
        Assert.Equal(["left goal left", "right save right"], heard.OrderBy(one => one.Channel).Select(one => $"{one.Channel} {one.Utterances.Single().Text} {one.Utterances.Single().Speaker}"));
    }

    [Fact]
    public async Task What_was_heard_stays_while_a_video_is_indexed_again_and_is_not_there_twice()
    {
        Sounds(Film.Sound(0));
        _studio.Film.SoundOf = _ => Tone.At((1, 600));
        var path = _studio.FileOf("a.mp4");
        var video = await _studio.IngestAsync(path);
        var between = new List<int>();
        _studio.AfterJob = async key => between.Add((await _studio.ContentsAsync(video)).Transcripts.Count);

        await _studio.IngestAsync(path, force: true);

        Assert.All(between, count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task The_transcriber_is_opened_once()
    {
        Sounds(Film.Sound(0), Film.Sound(0) with { Index = 2, Number = 2 });

        await _studio.IngestAsync(_studio.FileOf("a.mp4", "one"));
        await _studio.IngestAsync(_studio.FileOf("b.mp4", "two"));

        Assert.Equal((1, 4), (_studio.Ears.Opened, _studio.Ears.Asked.Count));
    }

    [Fact]
    public async Task The_sound_goes_with_the_run()
    {
        Sounds(Film.Sound(0));
        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));
        var work = _studio.Library.PathOf($"work/{video.Id}");
        Assert.NotEmpty(Directory.EnumerateFiles(work, "sounds.json", SearchOption.AllDirectories));

        await new Library.LibrarySweep(_studio.Library, _studio.Store, _studio.Store).AllAsync(default);

        Assert.False(Directory.Exists(work));
    }

    private void Sounds(params AudioTrack[] tracks) => _studio.Film.Probe = _studio.Film.Probe with { Audio = tracks };
}
