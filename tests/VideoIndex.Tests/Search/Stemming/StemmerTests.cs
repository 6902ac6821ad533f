using VideoIndex.Search;
using VideoIndex.Search.Stemming;

namespace VideoIndex.Tests.Search.Stemming;

public sealed class StemmerTests
{
    [Theory]
    [InlineData(StemLanguages.English, "caresses:caress ties:tie cries:cri gas:gas kiwis:kiwi skies:sky skis:ski corpus:corpus")] // plurals
    [InlineData(StemLanguages.English, "agreed:agre feed:feed hopping:hop hoping:hope adding:add luxuriated:luxuri dying:die outing:outing evening:evening exceeded:exceed")]
    [InlineData(StemLanguages.English, "cry:cri by:by say:say happily:happili gently:gentl")]
    [InlineData(StemLanguages.English, "relational:relat conditional:condit geologist:geolog geology:geolog hopefully:hope activity:activ formalize:formal electrical:electr")]
    [InlineData(StemLanguages.English, "general:general generous:generous community:communiti universe:univers university:universiti past:past paste:paste")]
    [InlineData(StemLanguages.English, "replacement:replac adoption:adopt probate:probat rate:rate controller:control")]
    [InlineData(StemLanguages.German, "äckern:ack ackers:ack armes:arm bedürfnissen:bedurfnis derbsten:derb")]
    [InlineData(StemLanguages.German, "Tore:tor Toren:tor Straßen:strass Zeitungen:zeitung Reinigung:reinig Freundlichkeit:freundlich über:uber ueber:uber Quelle:quell Feuer:feu")]
    [InlineData(StemLanguages.French, "continuellement:continuel majestueusement:majestu contradictoires:contradictoir chevaux:cheval bateaux:bateau")]
    [InlineData(StemLanguages.French, "joueurs:joueur publication:publiqu majorités:major constamment:const finissions:fin première:premi différence:different différent:different")]
    [InlineData(StemLanguages.Spanish, "haciéndola:hac goles:gol jugadores:jugador canción:cancion rápidamente:rapid tecnologías:tecnolog constituciones:constitu soluciones:solucion diferencia:diferent comía:com comió:com radio:rad radios:rad")]
    [InlineData(StemLanguages.Italian, "guardandogli:guard accomodarci:accomod crocchi:crocc crocchio:crocc partite:part velocità:veloc numero:numer numeri:numer frequenza:frequenz differenza:different")]
    [InlineData(StemLanguages.Portuguese, "gols:gols jogadores:jogador nações:naca nação:naca avaliações:avali campeões:campea campeão:campea tecnologias:tecnolog rapidamente:rapid existência:existent bandeiras:bandeir primeiras:primeir")]
    [InlineData(StemLanguages.Dutch, "maan:man manen:man brood:brod mogelijkheden:mogelijk doelpunten:doelpunt spelers:speler lichamelijk:licham")]
    [InlineData(StemLanguages.Swedish, "friskt:frisk klockorna:klock möjligheterna:moj hopplöst:hopplos spelarna:spel målet:malet")]
    public void Endings_come_off_as_the_rules_say(StemLanguages language, string pairs) =>
        Assert.Equal(pairs, string.Join(' ', pairs.Split(' ').Select(pair => pair.Split(':')[0]).Select(word => $"{word}:{Stem(language, word)}")));

    [Theory]
    [InlineData("720p")]
    [InlineData("mp3s")]
    [InlineData("голы")]
    [InlineData("足")]
    [InlineData("ælders")]
    [InlineData("")]
    public void What_is_no_word_of_plain_letters_is_its_own_stem(string folded) =>
        Assert.All(Stemmers.All, stemmer => Assert.Equal(folded, stemmer.Stem(folded)));

    [Fact]
    public void Words_longer_than_any_word_are_left_as_they_are() =>
        Assert.All(Stemmers.All, stemmer => Assert.Equal(10_000, stemmer.Stem(new string('s', 10_000)).Length));

    [Fact]
    public void No_word_of_plain_letters_breaks_a_stemmer_and_all_start_as_their_stems_do()
    {
        var random = new Random(6);
        string[] parts = [.. "a e i o u y b c g gu h l m n qu s st t ing ed ation iviti heden lijk ungen keit issement ativamente ependo arlo ecia igheter uyendo".Split(' ')];
        for (var round = 0; round < 50_000; round++)
        {
            var word = string.Concat(random.GetItems(parts, random.Next(1, 7)));
            Assert.All(Stemmers.All, stemmer => Assert.StartsWith(stemmer.StartOf(stemmer.Stem(word)), word, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Languages_are_known_by_their_codes() =>
        Assert.Equal(StemLanguages.English | StemLanguages.Portuguese, Stemmers.Of(["en", "pt-BR", "ja", "und", ""]));

    private static string Stem(StemLanguages language, string word) =>
        Assert.Single(Stemmers.Stems(Assert.Single(Words.In(word)).Folded, language)).Stem;
}
