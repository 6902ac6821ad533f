using VideoIndex.Looks;
using VideoIndex.Objects;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Testing.Contracts.Searching;

/// <content>Things that detectors saw.</content>
public abstract partial class MomentIndexContract
{
    [Fact]
    public async Task A_class_is_found_by_its_name_a_word_for_it_and_its_kind_and_is_the_thing_itself()
    {
        var film = A.Video("zoo.mp4").Tagged("object", "0-5 airplane", "3-9 bear", "10-20 teddy bear", "30-31 hot dog").Saying("4-5 look at the bear");

        Assert.Equal(["object [0,5) <airplane>"], await Find("object:aeroplane", film));
        Assert.Equal(["object [0,5) <airplane>"], await Find("object:vehicles"));
        Assert.Equal(["object [3,9) <bear>"], await Find("object:bear"));
        Assert.Equal([], await Find("object:dog"));
        Assert.Equal(["object [3,9) <bear> | <airplane>"], await Find("object:bear object:airplane"));
        Assert.Equal(["object [3,9) <bear>", "say [4,5) look at the <bear>", "object [10,20) teddy <bear>"], await Find("bear"));
        Assert.Equal(4, (await Find("object:any")).Count);
    }

    [Fact]
    public async Task Faces_are_found_and_plain_words_do_not_find_them()
    {
        var film = A.Video("talk.mp4").Tagged("face", "0-5 face", "4-9 face");

        Assert.Equal(["face [0,5) <face>", "face [4,9) <face>"], await Find("face:any", film));
        Assert.Equal(["face [4,5) <faces>: 2 at once"], await Find("count(faces)>1"));
        Assert.Equal([], await Find("face"));
    }

    [Fact]
    public async Task So_many_at_once_are_counted_and_none_is_known_only_where_somebody_looked()
    {
        var looked = A.Video("looked.mp4").Tagged("object", "0-5 person", "3-9 person", "4-600 person") with
        {
            Evidence = RandomVideos.Steady(2, new Rational(1, 25), 1) with { Detections = [new DetectionLog("object", new Origin("model", "stub", "1"), ["person"], [[], []])] },
        };
        var unseen = A.Video("unseen.mp4");

        Assert.Equal(["object [3,9) <person>: 2 to 3 at once"], await Find("count(person)>=2", looked, unseen));
        Assert.Equal(["object [4,5) <human>: 3 at once"], await Find("count(human) = 3"));
        Assert.Equal(["object [0,600) <car>: none"], await Find("count(car) < 1"));
        Assert.Equal(["object [3,9) <person>: 2 to 3 at once"], await Find("count(person)>=2 FOR >= 6s"));
        Assert.Equal([], await Find("count(person)>=2 FOR > 6s"));
    }

    [Fact]
    public async Task What_is_asked_of_the_place_cuts_a_way_and_chooses_among_still_things()
    {
        var film = A.Video("street.mp4").Tagged("logo", "0-5 Acme", "20-30 Acme").With(contents => contents with
        {
            Tags = [.. contents.Tags.Select((tag, at) => tag with { Box = at == 0 ? new PictureBox(0, 8000, 900, 900) : new PictureBox(0, 0, 5000, 9000) }), Passing(contents.Video.Id)],
        });

        Assert.Equal(["object [1,3) <car>"], await Find("object:car ZONE right", film));
        Assert.Equal(["logo [20,30) <Acme>"], await Find("logo:acme AREA > 10%"));
        Assert.Equal(["logo [0,5) <Acme>"], await Find("logo:acme ZONE bottom-left FOR >= 5s"));
        Assert.Equal(["logo [0,5) <Acme> | <car>"], await Find("logo:acme object:car ZONE left"));
    }

    private static Tag Passing(Videos.VideoId video) => new(video, A.Span("0-3"), "object", "car", new Confidence(.9), new Origin("model", "stub", "1"))
    {
        Box = new PictureBox(0, 4500, 1000, 1000),
        Path = new TagPath([new PathPoint(A.Time("0"), new PictureBox(0, 4500, 1000, 1000), 900), new PathPoint(A.Time("2"), new PictureBox(9000, 4500, 1000, 1000), 900)]),
    };
}
