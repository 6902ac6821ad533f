using VideoIndex.Logos.Recognition;

namespace VideoIndex.Tests.Logos.Recognition;

public sealed class ClaimCrowdTests
{
    private static readonly LogoSize Size = new(200, 100);

    [Fact]
    public void The_same_claims_are_gathered_as_by_comparing_all_with_all()
    {
        var crowd = new ClaimCrowd(Size.Diagonal);
        for (var seed = 0; seed < 300; seed++)
        {
            var (matches, claims) = PlainPoses.Made(Size, seed);
            var alive = Enumerable.Range(0, claims.Length).ToList();
            crowd.Set(claims);
            while (alive.Count > 0)
            {
                var (expectedSeed, expected) = PlainPoses.Largest(alive, matches, claims, Size.Diagonal);
                var (found, members) = crowd.Largest(matches);

                Assert.Equal(expectedSeed, found);
                Assert.Equal(expected, members);
                members.ToList().ForEach(crowd.Remove);
                alive = [.. alive.Except(members)];
                Assert.Equal(alive, Enumerable.Range(0, claims.Length).Where(crowd.IsAlive));
            }

            Assert.Equal((-1, 0), (crowd.Largest(matches).Seed, crowd.Largest(matches).Members.Length));
        }
    }

    [Fact]
    public void Whether_three_agree_is_told_as_by_comparing_all_with_all()
    {
        var crowd = new ClaimCrowd(Size.Diagonal);
        var told = Enumerable.Range(0, 300).Select(seed =>
        {
            var (_, claims) = PlainPoses.Made(Size, seed);
            int[] all = [.. Enumerable.Range(0, claims.Length)];
            crowd.Set(claims);
            Assert.Equal(all.Any(one => PlainPoses.Agreeing(all, claims, one, Size.Diagonal).Count >= 3), crowd.Holds(3));
            return crowd.Holds(3);
        }).ToList();

        Assert.Contains(true, told);
        Assert.Contains(false, told);
    }
}
