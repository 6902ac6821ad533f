using VideoIndex.Search.Language;

namespace VideoIndex.Tests.Search.Language;

public sealed class QuestionParserTests
{
    [Theory]
    [InlineData("goal", "[goal]")]
    [InlineData("  what  a goal ", "[what a goal]")]
    [InlineData("\"what a goal\"", "[=what+=a+=goal]")]
    [InlineData("deci*", "[deci*]")]
    [InlineData("\"the goal deci\"*", "[=the+=goal+deci*]")]
    [InlineData("half-time", "[half+time]")]
    [InlineData("gaol~ Jürgen~ it~ gaol~2 \"gaol keeper\"~1", "[gaol~1 jurgen~2 it~0 gaol~2 gaol~1+keeper~1]")]
    [InlineData("say:goal video:final", "(say[goal] & video[final])")]
    [InlineData("Tag:\"second half\"", "tag[=second+=half]")]
    [InlineData("goal\"full time\"late", "[goal =full+=time late]")]
    [InlineData("10:30", "[10+30]")] // a time of day, not a field
    [InlineData("goal - !!! ???", "[goal]")]
    [InlineData("“what a goal”", "[=what+=a+=goal]")] // as word processors write quotes
    [InlineData("say：ゴール　優勝＊", "(say[ゴ+ー+ル] & [優+勝*])")] // as Japanese keyboards do
    [InlineData("video:C:\\films\\final(1).mp4", "video[c+films+final+1+mp4]")]
    [InlineData("color:gray", "colour[grey]")]
    [InlineData("sound:whistle", "sound[whistle]")]
    [InlineData("a logo:acme b", "([a b] & logo[acme])")] // one thing has both words
    [InlineData("object:car object:dog face:any object:any", "(object[car] & object[dog] & face[] & object[])")]
    [InlineData("say:* logo:*", "(say[] & logo[])")]
    [InlineData("goal and late or half not within then first", "[goal and late or half not within then first]")]
    public void Words_are_read_as_people_type_them(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("a b OR c", "([a b] | [c])")]
    [InlineData("a AND b OR c AND d", "(([a] & [b]) | ([c] & [d]))")]
    [InlineData("a NOT b", "([a] & ![b])")]
    [InlineData("a -b -\"c d\" -say:e -(f OR g)", "([a] & ![b] & ![=c+=d] & !say[e] & !([f] | [g]))")]
    [InlineData("a AND NOT NOT b", "([a] & [b])")]
    [InlineData("(a b) c", "([a b] & [c])")]
    [InlineData("say:(a OR \"b c\") d", "((say[a] | say[=b+=c]) & [d])")]
    [InlineData("say:(a b text:c)", "(say[a b] & text[c])")]
    [InlineData("logo:acme WITHIN 5s OF say:goal", "(logo[acme] Within 5 say[goal])")]
    [InlineData("a b WITHIN 1.5min OF c d AND e", "(([a b] Within 90 [c d]) & [e])")]
    [InlineData("a THEN b WITHIN 10 THEN c", "(([a] Then 10 [b]) Then [c])")]
    [InlineData("a THEN b WITHIN 10s OF c", "(([a] Then [b]) Within 10 [c])")]
    [InlineData("a THEN logo:b WITH object:person", "([a] Then (logo[b] With object[person]))")]
    [InlineData("a BEFORE b", "([a] Before [b])")]
    [InlineData("a AFTER b DURING c", "(([a] After [b]) During [c])")]
    [InlineData("logo:acme WITH object:person AND say:goal", "((logo[acme] With object[person]) & say[goal])")]
    [InlineData("say:goal FOR >= 2s", "say[goal] for AtLeast 2")]
    [InlineData("(say:goal OR text:goal) FOR >= 2s", "{(say[goal] | text[goal]) for AtLeast 2}")]
    [InlineData("FIRST logo:acme", "first logo[acme]")]
    [InlineData("FIRST logo:acme AFTER say:goal", "first (logo[acme] After say[goal])")]
    [InlineData("logo:acme AFTER FIRST say:goal THEN x", "((logo[acme] After first say[goal]) Then [x])")]
    [InlineData("FIRST a AND LAST b", "(first [a] & last [b])")]
    [InlineData("count(person) >= 5 FOR >= 2s", "object[person] count AtLeast 5 for AtLeast 2")]
    [InlineData("count(face) > 1 count(logo:acme) = 2 count(\"traffic light\") < 1", "(face[] count More 1 & logo[acme] count Exactly 2 & object[=traffic+=light] count Less 1)")]
    [InlineData("object:car ZONE left AREA > 2% say:goal", "(object[car] area More 1/50 zone left & say[goal])")]
    public void Operators_bind_as_people_mean_them(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("GOAL FOR ENGLAND", "[goal for england]")]
    [InlineData("FROM WITHIN", "[from within]")]
    [InlineData("GOAL FIRST HALF", "[goal first half]")]
    [InlineData("FIRST AND LAST", "([first] & [last])")]
    [InlineData("AT LAST", "[at last]")]
    [InlineData("FOREVER OF NOTHING", "[forever of nothing]")]
    public void Capitals_that_cannot_be_operators_are_words(string text, string expected) => Assert.Equal(expected, Read(text));

    private static string Read(string text) => Sketch.Of(QuestionParser.Parse(text, QuestionContext.Plain).Root);
}
