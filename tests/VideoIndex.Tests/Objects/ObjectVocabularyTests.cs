using VideoIndex.Objects;

namespace VideoIndex.Tests.Objects;

public sealed class ObjectVocabularyTests
{
    [Theory]
    [InlineData("car", "car")]
    [InlineData("Cars", "car")]
    [InlineData("automobile", "car")]
    [InlineData("person", "person")]
    [InlineData("persons", "person")]
    [InlineData("people", "person")]
    [InlineData("aeroplane", "airplane")]
    [InlineData("Planes", "airplane")]
    [InlineData("sofa", "couch")]
    [InlineData("sofas", "couch")]
    [InlineData("television", "tv")]
    [InlineData("tvmonitor", "tv")]
    [InlineData("TVs", "tv")]
    [InlineData("motorbike", "motorcycle")]
    [InlineData("mobile phones", "cell phone")]
    [InlineData("cell-phone", "cell phone")]
    [InlineData("football", "sports ball")]
    [InlineData("buses", "bus")]
    [InlineData("wine glasses", "wine glass")]
    [InlineData("knives", "knife")]
    [InlineData("mice", "mouse")]
    [InlineData("puppies", "dog")]
    [InlineData("sheep", "sheep")]
    [InlineData("hotdog", "hot dog")]
    [InlineData("benches", "bench")]
    public void A_word_stands_for_a_class(string word, string meant) => Assert.Equal([meant], ObjectVocabulary.Meant(word));

    [Theory]
    [InlineData("vehicle", "bicycle, car, motorcycle, airplane, bus, train, truck, boat")]
    [InlineData("Vehicles", "bicycle, car, motorcycle, airplane, bus, train, truck, boat")]
    [InlineData("animals", "bird, cat, dog, horse, sheep, cow, elephant, bear, zebra, giraffe")]
    [InlineData("electronic devices", "tv, laptop, mouse, remote, keyboard, cell phone")]
    [InlineData("accessories", "backpack, umbrella, handbag, tie, suitcase")]
    public void A_kind_stands_for_all_its_classes(string word, string meant) => Assert.Equal(meant, string.Join(", ", ObjectVocabulary.Meant(word)));

    [Theory]
    [InlineData("woman")]
    [InlineData("taxi")]
    [InlineData("helicopter")]
    [InlineData("")]
    [InlineData("  ")]
    public void What_no_detector_can_tell_stands_for_nothing(string word) => Assert.Empty(ObjectVocabulary.Meant(word));

    [Theory]
    [InlineData("motorbike", "motorcycle")]
    [InlineData("aeroplane", "airplane")]
    [InlineData("sofa", "couch")]
    [InlineData("pottedplant", "potted plant")]
    [InlineData("diningtable", "dining table")]
    [InlineData("tvmonitor", "tv")]
    [InlineData("Face", "face")]
    public void An_old_name_is_told_by_the_one_in_use_today(string label, string today) => Assert.Equal(today, ObjectVocabulary.Today(label));

    [Fact]
    public void There_are_eighty_classes_and_each_is_its_own_name_today()
    {
        Assert.Equal(80, ObjectClasses.Names.Distinct().Count());
        Assert.All(ObjectClasses.Names, name => Assert.Equal(name, ObjectVocabulary.Today(name)));
        Assert.All(ObjectClasses.Names, name => Assert.Equal([name], ObjectVocabulary.Meant(name)));
    }

    [FixtureFact]
    public void The_old_list_of_classes_is_today_s_in_the_same_order() =>
        Assert.Equal(
            ObjectClasses.Names,
            File.ReadAllLines(Path.Combine(Fixtures.Folder, "models", "Kazuhito00__YOLOX-ONNX-TFLite-Sample", "coco_classes.txt")).Select(ObjectVocabulary.Today));
}
