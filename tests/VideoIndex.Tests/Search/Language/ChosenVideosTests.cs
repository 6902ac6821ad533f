using VideoIndex.Search.Language;

namespace VideoIndex.Tests.Search.Language;

public sealed class ChosenVideosTests
{
    [Theory]
    [InlineData("recorded:2026", "<Recorded Exactly 2026-01-01..2027-01-01>")]
    [InlineData("recorded:>=2026-03", "<Recorded AtLeast 2026-03-01..2026-04-01>")]
    [InlineData("added:<2026-03-09", "<Added Less 2026-03-09..2026-03-10>")]
    [InlineData("recorded:2026-01..2026-03", "(<Recorded AtLeast 2026-01-01..2026-02-01> & <Recorded AtMost 2026-03-01..2026-04-01>)")]
    [InlineData("duration:>10min", "<Duration More 600>")]
    [InlineData("duration:30s..2min", "(<Duration AtLeast 30> & <Duration AtMost 120>)")]
    [InlineData("rate:25", "<Rate Exactly 25>")]
    [InlineData("rate:29.97", "<Rate Exactly 30000/1001>")]
    [InlineData("rate:>=23.976", "<Rate AtLeast 24000/1001>")]
    [InlineData("rate:59.94", "<Rate Exactly 60000/1001>")]
    [InlineData("rate:12.5", "<Rate Exactly 25/2>")]
    [InlineData("height:1080p", "<Height Exactly 1080>")]
    [InlineData("state:Ok|degraded", "(<StateTest(State = Ok)> | <StateTest(State = Degraded)>)")]
    [InlineData("state:(ok OR degraded)", "(<StateTest(State = Ok)> | <StateTest(State = Degraded)>)")]
    [InlineData("collection:\"The Finäls\"", "<CollectionTest(Name = the finals)>")]
    [InlineData("client:Acme", "<client Exactly Acme>")]
    [InlineData("CLIENT:\"A. & Sons\"", "<client Exactly A. & Sons>")]
    [InlineData("takes:>=3", "<takes AtLeast 3>")]
    [InlineData("takes:-1.5..4", "(<takes AtLeast -3/2> & <takes AtMost 4>)")]
    [InlineData("shot-on:2026-02-03", "<shot-on Exactly 2026-02-03>")]
    [InlineData("shot-on:2026-02", "(<shot-on AtLeast 2026-02-01> & <shot-on AtMost 2026-02-28>)")]
    [InlineData("shot-on:>2026-02", "<shot-on More 2026-02-28>")]
    [InlineData("shot-on:<2026", "<shot-on Less 2026-01-01>")]
    [InlineData("kind:INTERVIEW", "<kind Exactly interview>")]
    [InlineData("kind:\"b roll\"", "<kind Exactly B-roll>")]
    [InlineData("topics:sport topics:news", "(<topics Exactly sport> & <topics Exactly news>)")]
    [InlineData("NOT recorded:2026", "!<Recorded Exactly 2026-01-01..2027-01-01>")]
    [InlineData("say:goal recorded:2026", "(say[goal] & <Recorded Exactly 2026-01-01..2027-01-01>)")]
    public void Videos_are_chosen_by_what_is_known_of_them(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("confidence:>0.8", "<ConfidenceTest(Limit = Limit(Comparison = More, Value = 4/5))>")]
    [InlineData("confidence:>=80%", "<ConfidenceTest(Limit = Limit(Comparison = AtLeast, Value = 4/5))>")]
    [InlineData("by:human", "<AuthorTest(Kind = person, Name = )>")]
    [InlineData("by:model:whisper-base", "<AuthorTest(Kind = model, Name = whisper-base)>")]
    [InlineData("by:person:\"Ada L.\"", "<AuthorTest(Kind = person, Name = Ada L.)>")]
    [InlineData("by:whisper", "<AuthorTest(Kind = , Name = whisper)>")]
    [InlineData("by:human|model", "(<AuthorTest(Kind = person, Name = )> | <AuthorTest(Kind = model, Name = )>)")]
    [InlineData("status:verified", "<StatusTest(Status = verified)>")]
    [InlineData("language:de", "<de/deu/ger>")]
    [InlineData("language:German", "<de/deu/ger>")]
    [InlineData("speaker:\"speaker 2\"", "<SpeakerTest(Speaker = speaker 2)>")]
    [InlineData("(say:goal by:human) AND logo:acme", "((say[goal] & <AuthorTest(Kind = person, Name = )>) & logo[acme])")]
    public void Evidence_is_chosen_by_who_claims_it_and_how(string text, string expected) => Assert.Equal(expected, Read(text));

    private static string Read(string text) => Sketch.Of(QuestionParser.Parse(text, TypedQuestions.Context).Root);
}
