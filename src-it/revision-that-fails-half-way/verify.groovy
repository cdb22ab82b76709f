evaluate(new File(basedir, '../../../../src-it/story.groovy'))
